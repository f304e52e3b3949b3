package dev.godwit.manifest.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.LintCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {
  @Test
  void findsNothingInAManifestThatIsAsItShouldBe() {
    assertThat(SmallManifest.lint(SmallManifest.TEXT)).isEmpty();
  }

  /// A piece of the manifest, what it is replaced by, and the one finding that follows.
  static List<Arguments> damages() {
    return List.of(
        damage("http_method: GET", "http_method: [", "expected"),
        damage("stream_names: [orders]", "stream_names: *none", "the anchor &none is not defined"),
        damage("http_method: GET", "http_method: GET\n    http_method: GET", "written before"),
        damage("definitions/requester\"", "definitions/request\"", "points at nothing"),
        damage("inject_into: {type:", "inject_into: {a: '#/definitions', type:", "leads back"),
        damage("page_size: 100", "page_size: [100]", "expected a whole number or a text"),
        damage("datetime_format: \"%Y-%m-%d\"", "", "needs the field datetime_format"),
        damage("PageIncrement", "PageIncrements", "unknown type 'PageIncrements'"),
        damage("http_method: GET", "http_method: FETCH", "unknown value 'FETCH'"),
        damage("version:", "versions: 1\nversion:", "DeclarativeSource has no field versions"),
        damage("cursor_field: updated", "cursor_fields: a\n      cursor_field: a", "no field"),
        damage("cursor_field: updated", "cursor_field: 12", "cursor_field is a text"),
        damage("url: \"https", "url_base: \"https", "HttpRequester.url_base is out of date"),
        damage("{{ config['start'] }}", "{{ config['start' }}", "the template"),
        damage("{{ record.ok }}", "{{ record.ok | nope }}", "No filter named 'nope'"),
        damage("{{ record.ok }}", "{{ response.ok }}", "no variable response in RecordFilter"),
        damage("{{ record.ok }}", "{{ stream_state.ok }}", "stream_state"),
        damage("{{ response.busy }}", "{{ config['start'] }}", "config, which is empty"),
        damage("config['token']", "config['tokens']", "the spec has no property tokens"),
        damage("stream_names: [orders]", "stream_names: [order]", "there is no stream 'order'"),
        damage("  requester:\n", "  spare: {a: 1}\n  requester:\n", "nothing refers to"),
        damage(
            "  requester:\n",
            "  spare: {type: DeclarativeStream, name: spare}\n  requester:\n",
            "the stream 'spare' is defined"),
        damage("2030-01-01", "2030-13-01", "'2030-13-01' does not fit the format %Y-%m-%d"),
        damage("step: P1M", "step: 1 month", "'1 month' is not an ISO 8601 duration"),
        damage("2024-01-31", "2024/01/31", "does not fit its own pattern"),
        damage("2024-01-31", "2024-31-01", "the format of the cursor"),
        damage("id: {type: integer}", "id: {type: whole}", "not a JSON Schema"),
        damage("token: {type: string}", "token: {type: text}", "not a JSON Schema"),
        damage("{type: object, prop", "{$schema: 'http://', prop", "not a JSON Schema"),
        damage("([0-9]+)", "([0-9]+", "bad regular expression"),
        damage("step: P1M", "", "step and cursor_granularity need each other"),
        damage(", page_size: 100", "", "needs a page_size"),
        damage(", field_name: size", "", "either field_name or field_path"),
        damage("field_name: size", "field_path: [size]", "needs inject_into: body_json"),
        damage(", field_name: X-Key}", ", field_name: X-Key}\n      header: X", "either"),
        damage("path: [shop]", "path: []", "a field to add needs a path"),
        damage("primary_key: id", "primary_key: [[id, a]]", "inside an object"),
        damage("url: \"https", "url_base: a\n    url: \"https", "url has no effect"));
  }

  private static Arguments damage(String piece, String replacement, String message) {
    return Arguments.of(piece, replacement, message);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void findsWhatIsWrongAtItsPlace(String piece, String replacement, String message) {
    String text = SmallManifest.with(piece, replacement);

    List<Finding> findings = SmallManifest.lint(text);

    assertThat(findings).extracting(Finding::message).anyMatch(found -> found.contains(message));
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.file()).isEqualTo("small.yaml");
          assertThat(finding.line()).isBetween(1, (int) text.lines().count() + 1);
          assertThat(finding.column()).isPositive();
        });
  }

  @Test
  void knowsNoFindingThatNoTestShows() {
    Set<LintCode> shown = EnumSet.noneOf(LintCode.class);
    for (Arguments damage : damages()) {
      String text = SmallManifest.with((String) damage.get()[0], (String) damage.get()[1]);
      SmallManifest.lint(text).forEach(finding -> shown.add(finding.code()));
    }
    SmallManifest.lint("[".repeat(1000)).forEach(finding -> shown.add(finding.code()));
    SmallManifest.lint(bomb()).forEach(finding -> shown.add(finding.code()));
    SmallManifest.lint(twice("orders")).forEach(finding -> shown.add(finding.code()));

    assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).isEmpty();
  }

  @Test
  void tellsAllProblemsOfAFileAtOnce() {
    String text =
        SmallManifest.with("http_method: GET", "http_methods: GET")
            .replace("definitions/requester\"", "definitions/requesters\"")
            .replace("type: PageIncrement", "type: PageIncrements")
            .replace("{{ record.ok }}", "{{ records.ok }}")
            .replace("stream_names: [orders]", "stream_names: [other]")
            .replace("step: P1M", "step: month");

    assertThat(SmallManifest.lint(text))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            LintCode.UNKNOWN_STREAM,
            LintCode.UNUSED_DEFINITION,
            LintCode.UNDEFINED_REFERENCE,
            LintCode.UNKNOWN_TYPE,
            LintCode.TEMPLATE_VARIABLE,
            LintCode.BAD_DURATION);
  }

  @Test
  void saysNothingOfWhatOnlyFollowsFromAnotherMistake() {
    String text =
        twice("shops")
            .replace(
                "definitions:\n", "definitions:\n  shops: {type: DeclarativeStream, name: shops}\n")
            .replace("type: HttpRequester", "type: HttpRequestor");

    assertThat(SmallManifest.lint(text))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(LintCode.UNUSED_DEFINITION, LintCode.UNKNOWN_TYPE);
  }

  @Test
  void saysWhereAFieldBelongs() {
    String text =
        SmallManifest.with("field_path: [data]}", "field_path: [data]}\n        paginator: {}");

    assertThat(SmallManifest.lint(text))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding)
              .hasToString(
                  "small.yaml:32:9: warning: RecordSelector has no field paginator"
                      + " [unknown-field]");
          assertThat(finding.suggestion()).isEqualTo("paginator is a field of SimpleRetriever.");
          assertThat(finding.path()).isEqualTo("streams[0].retriever.record_selector.paginator");
        });
  }

  @Test
  void findsStreamsWithTheSameName() {
    assertThat(SmallManifest.lint(twice("orders")))
        .extracting(Finding::code)
        .containsOnly(LintCode.DUPLICATE_STREAM);
    assertThat(SmallManifest.lint(twice("others"))).isEmpty();
  }

  /// The manifest with its stream once more, under another name.
  private static String twice(String name) {
    String text = SmallManifest.TEXT;
    String stream =
        text.substring(text.indexOf("  - type: DeclarativeStream"), text.indexOf("spec:"));
    return text.replace("spec:", stream.replace("name: orders", "name: " + name) + "spec:");
  }

  /// What parents hand on can be named like a variable.
  @Test
  void knowsTheVariablesThatParentsHandOn() {
    String router =
        "      partition_router: {type: SubstreamPartitionRouter, parent_stream_configs: [{stream:"
            + " '#/streams/1', parent_key: id, partition_field: shop, extra_fields: [[town]]}]}\n";
    String text =
        twice("shops")
            .replaceFirst("      paginator:\n", router + "      paginator:\n")
            .replace("/{{ parameters['address'] }}", "/{{ town }}");

    assertThat(SmallManifest.lint(text)).isEmpty();
    assertThat(SmallManifest.lint(text.replace("[[town]]", "[[street]]")))
        .extracting(Finding::code)
        .containsOnly(LintCode.TEMPLATE_VARIABLE);
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    for (int i = 1; i < 9; i++) {
      String earlier = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]%n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ",
                      List.of(
                          earlier, earlier, earlier, earlier, earlier, earlier, earlier, earlier,
                          earlier))));
    }
    return text.toString();
  }
}
