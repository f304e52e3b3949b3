package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.cli.ParsedJson;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopServerTest {
  private final Shop shop = new ShopSeed(120, 60).shop();
  private final ShopServer server = ShopServer.start(shop, 50, 0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void wantsTheToken() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/v1/customers"))
            .header("Authorization", "Bearer wrong")
            .build();

    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void pagesCustomersByCursor() throws Exception {
    List<Object> ids = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    boolean more = true;
    while (more) {
      ParsedJson page = page("/v1/customers?limit=50&cursor=" + cursor);
      ids.addAll(idsOf(page, "customers"));
      more = !page.isNull("next_cursor");
      cursor = more ? page.value("next_cursor").toString() : "";
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void pagesProductsByNumberUntilAPageIsNotFull() throws Exception {
    assertThat(idsOf(page("/v1/products?per_page=50&page=1"), "products")).hasSize(50);
    assertThat(idsOf(page("/v1/products?per_page=50&page=2"), "products")).hasSize(10);
    assertThat(idsOf(page("/v1/products?per_page=50&page=3"), "products")).isEmpty();
  }

  @Test
  void pagesOrdersOfACustomerByOffset() throws Exception {
    String path = "/v1/customers/cus_00040/orders";
    int all = shop.orders("cus_00040", Instant.EPOCH).size();

    assertThat(idsOf(page(path + "?limit=50"), "orders")).hasSize(50);
    assertThat(idsOf(page(path + "?limit=50&offset=50"), "orders")).hasSize(all - 50);
  }

  @Test
  void returnsOnlyWhatChangedAfterAnInstant() throws Exception {
    ShopRow third = shop.products(Instant.EPOCH).get(2);

    List<Object> ids = idsOf(page("/v1/products?updated_since=" + third.updatedAt()), "products");

    assertThat(ids).hasSize(50).doesNotContain(third.id(), "prd_0001").contains("prd_0004");
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    assertThat(get("/v1/customers/nobody/orders").statusCode()).isEqualTo(404);
    assertThat(get("/v1/suppliers").statusCode()).isEqualTo(404);
    assertThat(get("/v1/products?page=one").statusCode()).isEqualTo(400);
    assertThat(get("/v1/products?updated_since=today").statusCode()).isEqualTo(400);
  }

  @Test
  void asksForPatienceAfterABurst() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(get("/v1/products?per_page=1").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = get("/v1/products?per_page=1");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(server.refusals()).isEqualTo(1);
    assertThat(server.requests()).isEqualTo(51);
  }

  @Test
  void saysThatAPortIsTaken() {
    int taken = URI.create(server.url()).getPort();

    assertThatThrownBy(() -> ShopServer.start(shop, 1, taken))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining(Integer.toString(taken));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + ShopApi.TOKEN)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private ParsedJson page(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return ParsedJson.of(response.body());
  }

  private static List<Object> idsOf(ParsedJson page, String list) {
    return page.objects(list).stream().map(row -> row.value("id")).toList();
  }
}
