package dev.godwit.manifest.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which streams a check tries, and when it stops.
class CheckTest {
  private static final String MANIFEST =
      """
      version: 6.0.0
      check: CHECK
      definitions:
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: "{{ parameters.name }}"}
          record_selector: {extractor: {field_path: []}}
      streams:
        - {name: good, $parameters: {name: good}, retriever: {$ref: "#/definitions/retriever"}}
        - {name: empty, $parameters: {name: empty}, retriever: {$ref: "#/definitions/retriever"}}
        - {name: broken, $parameters: {name: broken}, retriever: {$ref: "#/definitions/retriever"}}
        - type: ConditionalStreams
          condition: "{{ config.get('more') }}"
          streams:
            - {type: DeclarativeStream, name: more, $parameters: {name: more}, retriever: {$ref: "#/definitions/retriever"}}
      dynamic_streams:
        - type: DynamicDeclarativeStream
          stream_template:
            {name: x, $parameters: {name: made}, retriever: {$ref: "#/definitions/retriever"}}
          components_resolver:
            type: ParametrizedComponentsResolver
            stream_parameters:
              type: StreamParametersDefinition
              list_of_parameters_for_stream: [{id: d1}, {id: d2}]
            components_mapping:
              - {type: ComponentMappingDefinition, field_path: [name], value: "{{ components_values.id }}"}
      """;

  private static Answered answer(Api.Asked request) {
    return switch (request.target()) {
      case "/empty" -> Answered.json("[]");
      case "/broken" -> Answered.status(403);
      default -> Answered.json("[{\"id\": 1}]");
    };
  }

  private record Outcome(CheckResult result, List<String> asked) {}

  private static Outcome check(String check, Map<String, @Nullable Object> config) {
    try (Api api = Api.answering(CheckTest::answer)) {
      Map<String, @Nullable Object> whole = new TreeMap<>(config);
      whole.put("api", api.url("/"));
      try (Source source =
          Manifest.parse("check.yaml", MANIFEST.replace("CHECK", check))
              .open(whole, Surroundings.ofProcess(Log.NONE))) {
        CheckResult result = source.check();
        return new Outcome(result, api.asked().stream().map(Api.Asked::target).toList());
      }
    }
  }

  @Test
  void stopsAtTheFirstStreamThatCannotBeRead() {
    Outcome outcome =
        check("{type: CheckStream, stream_names: [good, empty, broken, good]}", Map.of());

    assertThat(outcome.result().problem()).contains("stream broken").contains("403");
    assertThat(outcome.asked()).containsExactly("/good", "/empty", "/broken");
  }

  @Test
  void triesStreamsWhoseConditionHolds() {
    String check = "{type: CheckStream, stream_names: [more]}";

    assertThat(check(check, Map.of("more", true)).asked()).containsExactly("/more");
    assertThat(check(check, Map.of()).result().problem()).contains("no stream 'more'");
  }

  @Test
  void triesOtherStreamsIfTheConfigurationNamesThem() {
    String check = "{type: CheckStream, stream_names: [broken]}";

    assertThat(check(check, Map.of("__airbyte_check_stream_names", List.of("good"))).asked())
        .containsExactly("/good");
    assertThat(check(check, Map.of("__airbyte_check_stream_names", List.of())).asked())
        .containsExactly("/broken");
    assertThatThrownBy(() -> check(check, Map.of("__airbyte_check_stream_names", "good")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("check.names"));
  }

  @Test
  void triesAsManyStreamsOfATemplateAsItIsTold() {
    Outcome one =
        check(
            "{type: CheckStream, stream_names: [good], dynamic_streams_check_configs:"
                + " [{type: DynamicStreamCheckConfig, dynamic_stream_name: dynamic_stream_0,"
                + " stream_count: 1}]}",
            Map.of());
    Outcome none =
        check(
            "{type: CheckStream, dynamic_streams_check_configs:"
                + " [{type: DynamicStreamCheckConfig, dynamic_stream_name: other}]}",
            Map.of());

    assertThat(one.result()).isEqualTo(CheckResult.OK);
    assertThat(one.asked()).containsExactly("/good", "/made");
    assertThat(none.result().problem()).contains("no dynamic stream 'other'");
  }

  @Test
  void countsListedStreamsBeforeMadeOnes() {
    assertThat(check("{type: CheckDynamicStream, stream_count: 2}", Map.of()).asked())
        .containsExactly("/good", "/empty");
    assertThat(
            check(
                    "{type: CheckDynamicStream, stream_count: 2, use_check_availability: false}",
                    Map.of())
                .asked())
        .isEmpty();
  }
}
