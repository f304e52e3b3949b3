package dev.godwit.manifest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Components in Java take the place of the Python classes that a manifest names.
class ComponentFactoryTest {
  private static final String RINGED =
      "transformations: [{type: CustomTransformation, class_name: source_birds.components.Ringed,"
          + " ring: \"{{ config['ring'] }}\"}]";

  private static Api answering(String json) {
    return Api.answering(asked -> Answered.json(json));
  }

  @Test
  void aTransformationOfAFactoryRunsWithItsFieldsEvaluated() {
    try (Api api = answering("[{\"id\": 1}]")) {
      assertThat(new Reading(api).config("ring", "blue").stream(RINGED).read().rows())
          .containsExactly(Map.of("id", 1L, "ring", "blue"));
    }
  }

  @Test
  void rowsBeforeAFailureArriveAndThePlaceIsNamed() {
    try (Api api = answering("[{\"id\": 2}, {\"id\": 3}, {\"id\": 4}]")) {
      Reading reading = new Reading(api).config("ring", "red").stream(RINGED);

      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("component.failed");
                assertThat(error.message()).contains("source_birds.components.Ringed", "three");
                assertThat(error.place().line()).isPositive();
              });
      assertThat(reading.rows()).containsExactly(Map.of("id", 2L, "ring", "red"));
    }
  }

  @Test
  void anAuthenticatorOfAFactorySignsEachAttempt() {
    try (Api api =
        Api.answering(Api.inTurn(Answered.status(503), Answered.json("[{\"id\": 1}]")))) {
      new Reading(api)
          .requester(
              "authenticator: {type: CustomAuthenticator, class_name:"
                  + " source_birds.components.Keyed}")
          .read();

      assertThat(api.asked()).hasSize(2).allMatch(asked -> "k3y".equals(asked.header("X-Key")));
    }
  }

  @Test
  void aClassOfAnotherKindIsRefused() {
    try (Api api = answering("[]")) {
      Reading reading =
          new Reading(api)
              .selector(
                  "extractor: {type: CustomRecordExtractor, class_name:"
                      + " source_birds.components.Ringed}");

      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("component.unfit"));
    }
  }

  @Test
  void rowsByIdNeedNoPython() {
    try (Api api = answering("{\"list\": {\"a\": {\"id\": 1}, \"b\": {\"id\": 2}}}")) {
      assertThat(
              new Reading(api)
                  .selector(
                      "extractor: {type: CustomRecordExtractor, class_name:"
                          + " source_declarative_manifest.components.PocketExtractor}")
                  .read()
                  .rows())
          .containsExactly(Map.of("id", 1L), Map.of("id", 2L));
    }
  }

  @Test
  void emptyMetricsNeedNoPython() {
    try (Api api = answering("[{\"metrics\": {\"views\": \"-\", \"clicks\": \"3\"}}]")) {
      assertThat(
              new Reading(api)
                  .stream(
                          "transformations: [{type: CustomTransformation, class_name:"
                              + " source_declarative_manifest.components.TransformEmptyMetrics}]")
                      .read()
                      .rows())
          .hasToString("[{metrics={views=null, clicks=3}}]");
    }
  }

  @Test
  void shortLivedTokensNeedNoPython() {
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                asked.target().equals("/token")
                    ? "{\"access_token\": \"t0k\"}"
                    : "[{\"id\": 1}]"))) {
      new Reading(api)
          .config("user", "ann")
          .requester(
              """
              url_base: "{{ config['api'] }}"
              path: items
              authenticator:
                type: CustomAuthenticator
                class_name: source_declarative_manifest.components.ShortLivedTokenAuthenticator
                url: "{{ config['api'] }}/token"
                client_id: "{{ config['user'] }}"
                secret_key: pass
              """)
          .read();

      assertThat(api.asked()).hasSize(2);
      assertThat(api.asked().getFirst().header("Authorization")).isEqualTo("Basic YW5uOnBhc3M=");
      assertThat(api.asked().getLast().header("Authorization")).isEqualTo("Bearer t0k");
    }
  }

  @Test
  void aClassOfThatNameWithOtherFieldsIsAnother() {
    try (Api api = answering("[]")) {
      Reading reading =
          new Reading(api)
              .selector(
                  "extractor: {type: CustomRecordExtractor, depth: 2, class_name:"
                      + " source_declarative_manifest.components.PocketExtractor}");

      assertThatThrownBy(reading::read).hasMessageContaining("CustomRecordExtractor");
    }
  }
}
