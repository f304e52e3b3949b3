package dev.godwit.mapping.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows in the shapes that well-known APIs deliver, with values that were made up.
class PublicShapesTest {
  /// @param findings the fields that are to be found, with their classes, in order
  record Shape(String stream, String row, Map<String, PiiClass> findings) {
    @Override
    public String toString() {
      return stream;
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void personalDataIsFoundAndNothingElse(Shape shape) {
    PiiScan scan = new PiiScan(shape.stream());
    for (int copy = 0; copy < 5; copy++) {
      Map<String, Object> row = new LinkedHashMap<>();
      ((Map<?, ?>) JsonParser.STRICT.parse(shape.row()))
          .forEach((key, value) -> row.put((String) key, value));
      scan.add(row);
    }
    Map<String, PiiClass> found = new LinkedHashMap<>();
    scan.findings().forEach(finding -> found.put(finding.field().toString(), finding.pii()));
    assertThat(found).containsExactlyEntriesOf(shape.findings());
  }

  static Shape[] shapes() {
    return new Shape[] {
      new Shape(
          "charges",
          CHARGE,
          ordered(
              "billing_details.address.line1",
              PiiClass.LOCATION,
              "billing_details.address.line2",
              PiiClass.LOCATION,
              "billing_details.email",
              PiiClass.EMAIL,
              "billing_details.name",
              PiiClass.PERSON_NAME,
              "billing_details.phone",
              PiiClass.PHONE,
              "receipt_email",
              PiiClass.EMAIL)),
      new Shape(
          "commits",
          COMMIT,
          ordered(
              "commit.author.name", PiiClass.PERSON_NAME, "commit.author.email", PiiClass.EMAIL)),
      new Shape(
          "contacts",
          CONTACT,
          ordered(
              "properties.email",
              PiiClass.EMAIL,
              "properties.firstname",
              PiiClass.PERSON_NAME,
              "properties.lastname",
              PiiClass.PERSON_NAME,
              "properties.mobilephone",
              PiiClass.PHONE,
              "properties.date_of_birth",
              PiiClass.BIRTH_DATE,
              "properties.hs_ip_last",
              PiiClass.IP_ADDRESS)),
      new Shape(
          "orders",
          ORDER,
          ordered(
              "browser_ip",
              PiiClass.IP_ADDRESS,
              "customer.first_name",
              PiiClass.PERSON_NAME,
              "shipping_address.address1",
              PiiClass.LOCATION,
              "shipping_address.latitude",
              PiiClass.LOCATION,
              "shipping_address.longitude",
              PiiClass.LOCATION,
              "note",
              PiiClass.FREE_TEXT)),
      new Shape("events", EVENT, ordered("context.ip", PiiClass.IP_ADDRESS)),
      new Shape("repositories", REPOSITORY, Map.of())
    };
  }

  private static Map<String, PiiClass> ordered(Object... pairs) {
    Map<String, PiiClass> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], (PiiClass) pairs[i + 1]);
    }
    return map;
  }

  private static final String CHARGE =
      """
      {"id":"ch_3MmlLrLkdIwHu7ix0snN0B15","object":"charge","amount":1099,"created":1679090539,
       "balance_transaction":"txn_3MmlLrLkdIwHu7ix0uke3Ezy","currency":"usd","livemode":false,
       "billing_details":{"address":{"city":"Springfield","country":"US","line1":"742 Evergreen Terrace",
         "line2":null,"postal_code":"97475"},"email":"m.berg@mail.example","name":"Maja Berg",
         "phone":"+1 541 555 0113"},
       "payment_method_details":{"card":{"brand":"visa","exp_month":3,"exp_year":2027,
         "fingerprint":"mToisGZ01V71BCos","last4":"4242","three_d_secure":null},"type":"card"},
       "receipt_email":"m.berg@mail.example","receipt_number":"1230-4231","statement_descriptor":null,
       "receipt_url":"https://pay.example/receipts/CAcaFwoVYWNjdF8xTTJKVGtMa2RJd0h1N2l4","status":"succeeded"}\
      """;

  private static final String COMMIT =
      """
      {"sha":"6dcb09b5b57875f334f61aebed695e2e4193db5e","node_id":"MDY6Q29tbWl0NmRjYjA5YjVi",
       "commit":{"author":{"name":"Xiulan Wang","email":"xiulan@code.example","date":"2024-04-14T16:00:49Z"},
         "message":"Fix all the bugs in version 1.2.3.4","comment_count":0,
         "tree":{"sha":"6dcb09b5b57875f334f61aebed695e2e4193db5e"},
         "verification":{"verified":false,"reason":"unsigned"}},
       "stats":{"additions":104,"deletions":4,"total":108},
       "files":[{"filename":"file1.txt","changes":14,"patch":"@@ -29,7 +29,7 @@ public class Shop"}]}\
      """;

  private static final String CONTACT =
      """
      {"id":"512","archived":false,"createdAt":"2024-10-30T03:30:17.883Z",
       "properties":{"createdate":"2024-10-30T03:30:17.883Z","email":"b.okafor@corp.example",
         "firstname":"Bisi","lastname":"Okafor","mobilephone":"0171 5550123","hs_object_id":"512",
         "company":"Acme Inc","jobtitle":"Head of Sales","lifecyclestage":"lead","zip":"10115",
         "date_of_birth":"1984-02-11","num_notes":"4","hs_ip_last":"203.0.113.9",
         "hs_time_in_lead":"1718000000000","website":"http://corp.example"}}\
      """;

  private static final String ORDER =
      """
      {"id":450789469,"admin_graphql_api_id":"gid://shop/Order/450789469","browser_ip":"198.51.100.7",
       "cart_token":"68778783ad298f1c80c3bafcddeea02f","checkout_id":901414060,"confirmed":true,
       "currency":"EUR","order_number":1001,"total_price":"409.94","total_weight":0,
       "processed_at":"2024-01-10T11:00:00-05:00","reference":"fhwdgads","source_name":"web",
       "customer":{"id":207119551,"first_name":"Norah","orders_count":1,"state":"disabled"},
       "shipping_address":{"address1":"Chestnut Street 92","city":"Louisville","country_code":"US",
         "latitude":45.416311,"longitude":-75.68683,"province":"Kentucky"},
       "note":"Please ring twice or call +49 171 5550199 before you come",
       "line_items":[{"id":866550311766439020,"sku":"IPOD2008PINK","title":"IPod Nano - 8GB",
         "grams":567,"price":"199.00","vendor":"Acme","gift_card":false,"quantity":1}]}\
      """;

  private static final String EVENT =
      """
      {"messageId":"022bb90c-bbac-11e4-8dfc-aa07a5b093db","type":"track","event":"Cart Viewed",
       "anonymousId":"507f191e-810c-4197-9de8-60ea00000000","userId":"97980cfea0067",
       "context":{"ip":"2001:db8::1c2f:77aa","library":{"name":"analytics","version":"2.11.1"},
         "locale":"en-US","screen":{"width":1440,"height":900,"density":2.625},
         "os":{"name":"iOS","version":"17.4.1"},"timezone":"Europe/Amsterdam","page":{"path":"/cart","title":"Your cart"}},
       "properties":{"products":[{"product_id":"507f1f77bcf86cd799439011","price":19.99}],"value":2500},
       "sentAt":"2024-02-23T22:28:55.387Z","timestamp":1708727335387}\
      """;

  private static final String REPOSITORY =
      """
      {"id":1296269,"node_id":"MDEwOlJlcG9zaXRvcnkxMjk2MjY5","name":"Hello-World",
       "full_name":"octo/Hello-World","private":false,"description":"This is your first repository, in 3 parts",
       "default_branch":"main","size":108,"stargazers_count":80,"watchers_count":80,
       "ssh_url":"git@code.example:octo/Hello-World.git","clone_url":"https://code.example/octo/Hello-World.git",
       "language":"Java","license":{"key":"mit","name":"MIT License","spdx_id":"MIT"},
       "pushed_at":"2024-01-26T19:06:43Z","permissions":{"admin":false},"topics":["atom","electron"]}\
      """;
}
