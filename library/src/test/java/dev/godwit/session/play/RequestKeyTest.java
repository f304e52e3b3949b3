package dev.godwit.session.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.session.form.Body;
import dev.godwit.session.form.Exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKeyTest {
  private static RequestKey key(String method, String url, String body) {
    Body sent = body.isEmpty() ? null : Body.of(body.getBytes(StandardCharsets.UTF_8));
    return RequestKey.of(new Sent(method, url, Map.of(), sent));
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/a?b=1&c=2, http://x/a?c=2&b=1",
    "http://x/a?b=1%2B1, http://x/a?b=1%2b1",
    "http://x/a?b=+, http://x/a?b=%20"
  })
  void addressesAreTheSameHoweverTheirParametersAreWritten(String one, String other) {
    assertThat(key("GET", one, "")).isEqualTo(key("GET", other, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/a?b=1, http://x/a?b=2",
    "http://x/a?b=1, http://x/a?b=1&b=1",
    "http://x/a, http://x/A",
    "http://x/a, http://y/a"
  })
  void otherAddressesAreOthers(String one, String other) {
    assertThat(key("GET", one, "")).isNotEqualTo(key("GET", other, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}|{\"b\":{\"d\":3,\"c\":2},\"a\":1}",
        "a=1&b=2|b=2&a=1"
      })
  void bodiesAreTheSameWhateverTheOrderOfTheirKeys(String one, String other) {
    assertThat(key("POST", "http://x/", one)).isEqualTo(key("POST", "http://x/", other));
  }

  @Test
  void methodsAndBodiesCount() {
    assertThat(key("POST", "http://x/", "a")).isNotEqualTo(key("PUT", "http://x/", "a"));
    assertThat(key("POST", "http://x/", "a")).isNotEqualTo(key("POST", "http://x/", "b"));
  }
}
