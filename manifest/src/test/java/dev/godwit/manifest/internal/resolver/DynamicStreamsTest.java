package dev.godwit.manifest.internal.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams that are made out of templates, seen through the catalogue and the requests of checks.
class DynamicStreamsTest {
  private static final String MANIFEST =
      """
      version: 6.0.0
      check: {type: CheckDynamicStream, stream_count: 9}
      streams: []
      dynamic_streams:
        - type: DynamicDeclarativeStream
          name: tables
          stream_template:
            type: DeclarativeStream
            name: template
            $parameters: {root: inner}
            retriever:
              type: SimpleRetriever
              requester:
                type: HttpRequester
                url_base: "{{ config['api'] }}"
                path: "{{ parameters.get('root', '') }}/placeholder"
              record_selector: {extractor: {field_path: [rows]}}
          components_resolver:
            RESOLVER
      """;

  private static String manifest(String resolver) {
    return MANIFEST.replace("RESOLVER\n", resolver.indent(6).strip() + "\n");
  }

  private static Source open(String manifest, Map<String, @Nullable Object> config) {
    return Manifest.parse("tables.yaml", manifest).open(config, Surroundings.ofProcess(Log.NONE));
  }

  private static List<String> names(String resolver, Map<String, @Nullable Object> config) {
    try (Source source = open(manifest(resolver), config)) {
      return source.discover().streams().stream().map(stream -> stream.name().name()).toList();
    }
  }

  private static final String ELEMENTS =
      """
      type: ConfigComponentsResolver
      stream_config:
        - {type: StreamConfig, configs_pointer: [tables]}
        - {type: StreamConfig, configs_pointer: [zones], default_values: [{zone: all}]}
      components_mapping:
        - type: ComponentMappingDefinition
          field_path: [name]
          value: "{{ components_values['title'] }}-{{ components_values['zone'] }}"
      """;

  @Test
  void multipliesTheListsOfAConfiguration() {
    assertThat(
            names(
                ELEMENTS,
                Map.of(
                    "tables",
                    List.of(Map.of("title", "a"), Map.of("title", "b")),
                    "zones",
                    List.of(Map.of("zone", "x")))))
        .containsExactly("a-x", "a-all", "b-x", "b-all");
  }

  @Test
  void makesNoStreamsOfAListThatIsMissing() {
    assertThat(names(ELEMENTS, Map.of("zones", List.of()))).isEmpty();
  }

  @Test
  void takesAnElementThatIsNoObjectUnderANameOfItsOwn() {
    assertThat(
            names(
                """
                type: ConfigComponentsResolver
                stream_config: {configs_pointer: [tables]}
                components_mapping:
                  - field_path: [name]
                    value: "{{ components_values['source_config_0'][0] }} is {{ components_values['source_config_0'][1] }}"
                """,
                Map.of("tables", List.of("a", "b"))))
        .containsExactly("0 is a", "1 is b");
  }

  @Test
  void blamesTheConfigurationForNamesThatComeTwice() {
    Map<String, @Nullable Object> config =
        Map.of("tables", List.of(Map.of("title", "a"), Map.of("title", "a")));

    assertThatThrownBy(() -> names(ELEMENTS, config))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("dynamic.duplicate-name");
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
            });
  }

  private static String listed(String mappings) {
    return """
    type: ParametrizedComponentsResolver
    stream_parameters:
      type: StreamParametersDefinition
      list_of_parameters_for_stream:
        - {name: one, path: 1/rows}
        - {name: two, path: 2/rows}
    components_mapping:
      - type: ComponentMappingDefinition
        field_path: [name]
        value: "{{ components_values.name }}"
    """
        + mappings.indent(2);
  }

  @Test
  void refusesANameThatIsNoText() {
    String resolver = listed("").replace("{{ components_values.name }}", "12");

    assertThatThrownBy(() -> names(resolver, Map.of()))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("dynamic.no-name"));
  }

  @Test
  void refusesConditionsWhereTheReferenceDoes() {
    String resolver =
        listed(
            """
            - {type: ComponentMappingDefinition, field_path: [name], value: x, condition: "{{ true }}"}
            """);

    assertThatThrownBy(() -> names(resolver, Map.of()))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("dynamic.condition"));
  }

  private static List<String> requestsOfACheck(String manifest) {
    try (Api api = Api.answering(request -> Answered.json("{\"rows\": [{\"id\": 1}]}"));
        Source source = open(manifest, Map.of("api", api.url("/")))) {
      assertThat(source.check()).isEqualTo(CheckResult.OK);
      return api.asked().stream().map(Api.Asked::target).toList();
    }
  }

  /// `$parameters` of the template win only where the manifest says that outer ones do not.
  @ParameterizedTest
  @CsvSource({"true, /outer/placeholder", "false, /inner/placeholder"})
  void handsParametersIntoWhatMappingsMade(boolean outerWins, String path) {
    String resolver =
        listed(
            """
            - type: ComponentMappingDefinition
              field_path: ["$parameters", root]
              value: outer
              create_or_update: true
            - type: ComponentMappingDefinition
              field_path: [retriever, "$parameters", root]
              value: inner
              create_or_update: true
            """);
    String manifest =
        manifest(resolver)
            .replace(
                "    name: tables", "    name: tables\n    use_parent_parameters: " + outerWins)
            .replace("check: {", "check: {use_check_availability: true, ");

    assertThat(requestsOfACheck(manifest)).containsExactly(path, path);
  }

  @Test
  void replacesEveryPlaceThatAGlobFindsAndMakesNoneThatIsMissing() {
    String resolver =
        listed(
            """
            - type: ComponentMappingDefinition
              field_path: [retriever, "req*", path]
              value: "{{ components_values.path }}"
            - type: ComponentMappingDefinition
              field_path: [retriever, requester, request_parameters, page]
              value: "1"
            """);

    assertThat(requestsOfACheck(manifest(resolver))).containsExactly("/1/rows", "/2/rows");
  }

  @Test
  void readsTextsAsYamlAndCreatesPlacesOnDemand() {
    String resolver =
        listed(
            """
            - type: ComponentMappingDefinition
              field_path: [retriever, requester, request_parameters]
              value: '{fixed: 010, of: "{{ stream_template_config["name"] }}"}'
              create_or_update: true
            """);

    assertThat(requestsOfACheck(manifest(resolver)))
        .containsExactly(
            "/inner/placeholder?fixed=8&of=template", "/inner/placeholder?fixed=8&of=template");
  }

  @Test
  void makesAStreamOfEachRowThatARetrieverFinds() {
    String resolver =
        """
        type: HttpComponentsResolver
        retriever:
          requester:
            type: HttpRequester
            url_base: "{{ config['api'] }}"
            path: "tables/{{ stream_partition.group }}"
          record_selector: {extractor: {field_path: [rows]}}
          partition_router: {type: ListPartitionRouter, cursor_field: group, values: [g, h]}
        components_mapping:
          - field_path: [name]
            value: "{{ components_values['id'] }} of {{ stream_slice['group'] }}"
          - field_path: [retriever, requester, path]
            value: "rows/{{ stream_slice.group }}"
        """;

    assertThat(requestsOfACheck(manifest(resolver)))
        .containsExactly("/tables/g", "/tables/h", "/rows/g", "/rows/h");
  }
}
