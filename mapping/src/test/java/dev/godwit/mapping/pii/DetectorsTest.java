package dev.godwit.mapping.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anna.berg@mail.example          | EMAIL
          mailto:o'neil+x@sub.mail.co.uk  | EMAIL
          jürgen@bücher.example           | EMAIL
          GB29 NWBK 6016 1331 9268 19     | IBAN
          DE89370400440532013000          | IBAN
          NO9386011117947                 | IBAN
          4111 1111 1111 1111             | PAYMENT_CARD
          378282246310005                 | PAYMENT_CARD
          5555-5555-5555-4444             | PAYMENT_CARD
          2223003122003222                | PAYMENT_CARD
          30569309025904                  | PAYMENT_CARD
          +49 (0)30 901820                | PHONE
          +14155552671                    | PHONE
          (415) 555-2671                  | PHONE
          203.0.113.77                    | IP_ADDRESS
          203.0.113.77:8443               | IP_ADDRESS
          2001:db8::8a2e:370:7334         | IP_ADDRESS
          2001:0db8:0:0:0:8a2e:0370:7334  | IP_ADDRESS
          ::ffff:203.0.113.77             | IP_ADDRESS
          52.52000, 13.40500              | LOCATION
          POINT (13.40500 52.52000)       | LOCATION
          Anna Bergström                  | PERSON_NAME
          Müller, Jürgen                  | PERSON_NAME
          """)
  void someValuesSpeakForThemselves(String value, PiiClass expected) {
    assertThat(certain(value)).isEqualTo(Set.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          078-05-1120           | US social security number
          QQ 12 34 56 C         |
          AB 12 34 56 C         | UK national insurance number
          86095742719           | German tax id
          86095742718           |
          2 69 05 49 588 157 80 | French INSEE number
          2 69 05 49 588 157 81 |
          12345678Z             | Spanish DNI or NIE
          X1234567L             | Spanish DNI or NIE
          12345678A             |
          RSSMRA85T10A562S      | Italian codice fiscale
          RSSMRA85T10A562T      |
          44051401359           | Polish PESEL
          44051401358           |
          529.982.247-25        | Brazilian CPF
          52998224725           | Brazilian CPF
          529.982.247-26        |
          111.111.111-11        |
          19811218-9876         | Swedish personnummer
          811218-9876           | Swedish personnummer
          811218-9877           |
          """)
  void nationalIdsAreCheckedByTheirDigits(String value, String label) {
    Set<String> found =
        NationalIds.detectors().stream()
            .filter(detector -> detector.test().apply(value) == Match.CERTAIN)
            .map(Detector::label)
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(label == null ? Set.of() : Set.of(label));
  }

  @ParameterizedTest
  @CsvSource({"111222333, PLAUSIBLE", "123456782, PLAUSIBLE", "123456789, NONE", "000000000, NONE"})
  void dutchNumbersAreNeverCertain(String value, Match expected) {
    Detector dutch =
        NationalIds.detectors().stream()
            .filter(detector -> detector.label().equals("Dutch BSN"))
            .findFirst()
            .orElseThrow();
    assertThat(dutch.test().apply(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1718000000",
        "1718000000123",
        "2024-06-01",
        "2024-06-01T12:30:45Z",
        "12:30:45",
        "19.99",
        "1,299.00",
        "1.2.3",
        "10.0.19041.1415",
        "550e8400-e29b-41d4-a716-446655440000",
        "9780306406157",
        "4006381333931",
        "1234567890",
        "100-234-5678",
        "ORD-2024-000123",
        "a3f5:1b",
        "00:1b:44:11:3a:b7",
        "user@host",
        "@handle",
        "4111 1111 1111 1112",
        "0000000000000000",
        "4444444444444444",
        "DE89370400440532013001",
        "Blue Chair",
        "Victoria Station",
        "Paris",
        "https://shop.example/p/123",
        "d41d8cd98f00b204e9800998ecf8427e",
        "true"
      })
  void othersDoNot(String value) {
    assertThat(certain(value)).isEmpty();
  }

  private static Set<PiiClass> certain(String value) {
    return Detectors.ALL.stream()
        .filter(detector -> detector.test().apply(value) == Match.CERTAIN)
        .map(Detector::pii)
        .collect(Collectors.toSet());
  }
}
