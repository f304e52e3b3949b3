package dev.godwit.manifest.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Source;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A check may read with other values than a sync does.
class CheckOverridesTest {
  private static Source open(Api api, String overrides, String requester) {
    return new Reading(api)
        .check("config_overrides: " + overrides)
        .requester(requester)
        .config("limit", 100L)
        .open();
  }

  @Test
  void valuesAreTakenAsTheyAreWritten() {
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        Source source =
            open(
                api,
                "{limit: 1, mode: \"{{ config.limit }}\"}",
                "request_parameters: {l: \"{{ config.limit }}\", m: \"{{ config.mode }}\"}")) {
      assertThat(source.check().succeeded()).isTrue();
      assertThat(api.asked().getFirst().target())
          .isEqualTo("/items?l=1&m=%7B%7B+config.limit+%7D%7D");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{__airbyte_x: 1} | http_method: GET | reserved key",
        "{limit: 1} | authenticator: {type: OAuthAuthenticator, token_refresh_endpoint: x,"
            + " refresh_token_updater: {}} | refresh_token_updater",
      })
  void someOverridesAreRefused(String overrides, String requester, String told) {
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        Source source = open(api, overrides, requester)) {
      assertThatThrownBy(source::check)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
                assertThat(error.code()).isEqualTo("check.overrides");
                assertThat(error.message()).contains(told);
              });
      assertThat(api.asked()).isEmpty();
    }
  }
}
