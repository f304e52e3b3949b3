package dev.godwit.mapping.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.core.json.JsonParser;
import dev.godwit.mapping.rule.FieldPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiiScanTest {
  @Test
  void nestedFieldsAreFoundWithTheirPaths() {
    PiiScan scan =
        scan("orders", "{\"buyer\":{\"contacts\":[{\"v\":\"a@mail.example\"}]},\"id\":1}");
    assertThat(scan.findings())
        .extracting(finding -> finding.field().toString(), Finding::pii)
        .containsExactly(tuple("buyer.contacts[].v", PiiClass.EMAIL));
    assertThat(scan.rows()).isEqualTo(1);
  }

  @Test
  void aFindingCountsMatchesOfValuesThatAreThere() {
    PiiScan scan =
        scan("s", "{\"x\":\"a@b.example\"}", "{\"x\":null}", "{\"x\":\"\"}", "{\"x\":\"none\"}");
    Finding finding = scan.findings().getFirst();
    assertThat(finding.values()).isEqualTo(2);
    assertThat(finding.matches()).isEqualTo(1);
    assertThat(finding.level()).isEqualTo("medium");
  }

  @Test
  void whatIsFoundInSentencesIsNamed() {
    PiiScan scan =
        scan("tickets", "{\"body\":\"Please call me at +49 30 1234567 or write to a@b.example\"}");
    Finding finding = scan.findings().getFirst();
    assertThat(finding.pii()).isEqualTo(PiiClass.FREE_TEXT);
    assertThat(finding.inText()).isEqualTo(Set.of(PiiClass.EMAIL, PiiClass.PHONE));
  }

  @Test
  void findingsShowNoValues() {
    PiiScan scan = scan("people", "{\"email\":\"canary@mail.example\",\"note\":\"x\"}");
    assertThat(scan.findings().toString()).contains("email").doesNotContain("canary");
  }

  @Test
  void aNameAloneIsEnoughWhereThereAreNoValuesButSaysLittle() {
    PiiScan scan =
        scan("people", "{\"email\":null,\"note\":null,\"address\":null}", "{\"address\":{}}");
    assertThat(scan.findings())
        .extracting(finding -> finding.field().toString(), Finding::level)
        .containsExactly(tuple("email", "low"));
  }

  @ParameterizedTest
  @CsvSource({
    "customers, name, PERSON_NAME",
    "orders, customer.name, PERSON_NAME",
    "products, name,",
    "orders, product.name,",
    "orders, productName,",
    "orders, contactName, PERSON_NAME"
  })
  void whatANameIsTheNameOfIsToldByWhatItIsIn(String stream, String field, PiiClass expected) {
    List<String> values = List.of("Oluwaseun Okafor", "Xiulan Wang", "Bjarki Helgason");
    assertThat(PiiScan.look(stream, FieldPath.parse(field), values).map(Finding::pii).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "phone, PHONE",
    "telephone_number, PHONE",
    "mobile, PHONE",
    "id,",
    "order_id,",
    "quantity,",
    "reference,",
    "phone_id,",
    "active_phones_quantity,"
  })
  void bareDigitsAreAPhoneNumberOnlyWhereTheNameSaysSo(String field, PiiClass expected) {
    List<Long> values = List.of(4930123456L, 4930987654L, 4940555123L);
    assertThat(PiiScan.look("s", FieldPath.parse(field), values).map(Finding::pii).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "email, true",
    "contactEmail, true",
    "birth_date, true",
    "tax_id, true",
    "email_domain, false",
    "last_email_date, false",
    "phone_verification, false"
  })
  void namesOfThingsAboutTheDataAreNotTheData(String field, boolean found) {
    assertThat(PiiScan.look("s", FieldPath.parse(field), List.of()).isPresent()).isEqualTo(found);
  }

  @Test
  void numbersOfSixDigitsAreCountsEvenWhereTheNameCouldMeanAPhone() {
    List<Long> opened = List.of(512_004L, 97_311L, 400_219L);
    assertThat(PiiScan.look("campaigns", FieldPath.parse("opened.mobile"), opened)).isEmpty();
  }

  @Test
  void aNewColumnCanBeJudgedByNameAndValues() {
    assertThat(PiiScan.look("users", FieldPath.parse("dob"), List.of("1980-05-17")))
        .get()
        .extracting(Finding::pii)
        .isEqualTo(PiiClass.BIRTH_DATE);
    assertThat(PiiScan.look("users", FieldPath.parse("dob"), List.of()))
        .get()
        .extracting(Finding::level)
        .isEqualTo("low");
    assertThat(PiiScan.look("users", FieldPath.parse("dob"), Arrays.asList(true, null))).isEmpty();
    assertThat(PiiScan.look("users", FieldPath.parse("plan"), List.of("basic"))).isEmpty();
  }

  private static PiiScan scan(String stream, String... rows) {
    PiiScan scan = new PiiScan(stream);
    for (String row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      ((Map<?, ?>) JsonParser.STRICT.parse(row))
          .forEach((key, value) -> fields.put((String) key, value));
      scan.add(fields);
    }
    return scan;
  }
}
