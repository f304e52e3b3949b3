package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams that are read partition by partition, and their state.
class PartitionsTest {
  private static final String CURSOR =
      """
      incremental_sync:
        type: DatetimeBasedCursor
        cursor_field: at
        datetime_format: "%Y-%m-%d"
        start_datetime: "2024-03-01"
        end_datetime: "2024-03-09"
      """;

  private static String list(String values, String more) {
    return "partition_router: {type: ListPartitionRouter, cursor_field: part, values: "
        + values
        + more
        + "}";
  }

  private static String parent(String key, String more) {
    return """
    partition_router:
      type: SubstreamPartitionRouter
      parent_stream_configs:
      - type: ParentStreamConfig
        parent_key: KEY
        partition_field: part
        MORE
        stream:
          type: DeclarativeStream
          name: parents
          schema_loader: {type: InlineSchemaLoader, schema: {}}
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: parents}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
    """
        .replace("KEY", "\"" + key + "\"")
        .replace("MORE", more.isEmpty() ? "lazy_read_pointer: []" : more);
  }

  private static final String BY_PART = "path: \"items/{{ stream_partition.part }}\"\n";

  /// An API whose parents are these, and whose items come from `rows` by the last step of the path.
  private static Api api(String parents, Function<String, String> rows) {
    return Api.answering(asked ->
        Answered.json(
            asked.target().startsWith("/parents")
                ? parents
                : rows.apply(asked.target().substring(asked.target().lastIndexOf('/') + 1))));
  }

  private static List<Map<String, @Nullable Object>> partitions(Reading reading) {
    return reading.slices().stream().map(Slice::partition).toList();
  }

  private static @Nullable Object json(String text) {
    return JsonParser.STRICT.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a, b]                          | [{\"part\":\"a\"},{\"part\":\"b\"}]",
        "['{{ 1 }}']                     | [{\"part\":\"{{ 1 }}\"}]",
        "\"{{ ['x', 1] }}\"              | [{\"part\":\"x\"},{\"part\":1}]",
        "\"{{ 'ab' }}\"                  | [{\"part\":\"a\"},{\"part\":\"b\"}]",
        "\"{{ {'x': 1, 'y': 2} }}\"      | [{\"part\":\"x\"},{\"part\":\"y\"}]",
      })
  void aListIsAPartitionAValue(String values, String expected) {
    try (Api api = api("[]", part -> "[]")) {
      Reading reading = new Reading(api).requester(BY_PART).retriever(list(values, "")).read();
      assertThat((Object) partitions(reading)).isEqualTo(json(expected));
    }
  }

  @Test
  void aValueIsPutWhereTheManifestWants() {
    try (Api api = api("[]", part -> "[]")) {
      String option =
          ", request_option: {type: RequestOption, inject_into: request_parameter, field_name: p}";
      new Reading(api).retriever(list("['a b', '', '0']", option)).read();
      assertThat(api.asked())
          .extracting(Asked::target)
          .containsExactly("/items?p=a+b", "/items", "/items?p=0");
    }
  }

  @Test
  void everyRowOfAParentIsAPartition() {
    try (Api api =
        api("[{\"id\":1},{\"id\":\"1\"},{\"id\":1}]", part -> "[{\"of\":\"" + part + "\"}]")) {
      Reading reading = new Reading(api).requester(BY_PART).retriever(parent("id", "")).read();
      assertThat((Object) partitions(reading))
          .isEqualTo(
              json(
                  "[{\"part\":1,\"parent_slice\":{}},{\"part\":\"1\",\"parent_slice\":{}},{\"part\":1,\"parent_slice\":{}}]"));
      assertThat(reading.rows()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | [{\"x\":1},{\"id\":null},{\"id\":7}]",
        "a/id | [{\"a\":{}},{\"a\":{\"id\":7}}]",
        "/a/id | [{\"a\":{\"id\":7}}]",
        "a/0/id | [{\"a\":[{\"id\":7}]}]",
        "*/id | [{\"a\":{\"id\":7}}]"
      })
  void parentsWithoutAKeyAreLeftOut(String key, String parents) {
    try (Api api = api(parents, part -> "[]")) {
      Reading reading = new Reading(api).requester(BY_PART).retriever(parent(key, "")).read();
      assertThat((Object) partitions(reading))
          .isEqualTo(json("[{\"part\":7,\"parent_slice\":{}}]"));
    }
  }

  @Test
  void extraFieldsOfParentsAreKnownToTemplates() {
    try (Api api = api("[{\"id\":1,\"a\":{\"b\":\"deep\"}}]", part -> "[]")) {
      new Reading(api)
          .requester(
              "path: \"items/{{ stream_slice.extra_fields['a.b'] }}-{{"
                  + " stream_slice.extra_fields['none'] }}\"\n")
          .retriever(parent("id", "extra_fields: [[a, b], [none]]"))
          .read();
      assertThat(api.asked().getLast().target()).isEqualTo("/items/deep-None");
    }
  }

  @Test
  void aStreamWithoutACursorOnlySaysThatItWasRead() {
    try (Api api = api("[]", part -> "[]")) {
      assertThat(new Reading(api).retriever(list("[a]", "")).read().state())
          .isEqualTo(Map.of("__ab_no_cursor_state_message", true));
    }
  }

  private static Reading incremental(Api api, @Nullable String state) {
    Reading reading =
        new Reading(api).requester(BY_PART).retriever(list("[a, b]", "")).stream(CURSOR);
    return state == null ? reading.read() : reading.from(map(state)).read();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(String text) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(json(text));
  }

  @Test
  void eachPartitionHasItsCursorAndAllHaveOne() {
    try (Api api =
        api("[]", part -> "[{\"at\":\"2024-03-0" + (part.equals("a") ? 4 : 6) + "\"}]")) {
      Map<String, @Nullable Object> state = incremental(api, null).state();
      assertThat(state.remove("lookback_window")).isInstanceOf(Long.class).isNotEqualTo(0L);
      assertThat(state)
          .isEqualTo(
              json(
                  """
                  {"use_global_cursor": false, "states": [
                    {"partition": {"part": "a"}, "cursor": {"at": "2024-03-04"}},
                    {"partition": {"part": "b"}, "cursor": {"at": "2024-03-06"}}],
                   "state": {"at": "2024-03-06"}}
                  """));
    }
  }

  /// As the reference compares them, so that it goes on where we would.
  @Test
  void theCursorOfAllIsTheGreatestAsText() {
    String german =
        CURSOR.replace("%Y-%m-%d", "%d.%m.%Y").replaceAll("2024-03-0(\\d)", "0$1.03.2024");
    try (Api api = api("[]", part -> "[{\"at\":\"31.01.2024\"},{\"at\":\"02.03.2024\"}]")) {
      Reading reading =
          new Reading(api).requester(BY_PART).retriever(list("[a]", "")).stream(german).read();
      assertThat(reading.state())
          .containsEntry("state", Map.of("at", "31.01.2024"))
          .containsEntry(
              "states",
              json("[{\"partition\":{\"part\":\"a\"},\"cursor\":{\"at\":\"02.03.2024\"}}]"));
    }
  }

  @Test
  void withoutRowsTheCursorOfAllStaysUnknown() {
    try (Api api = api("[]", part -> "[]")) {
      assertThat(incremental(api, null).state()).doesNotContainKey("state");
    }
  }

  private static List<String> starts(@Nullable String state) {
    try (Api api = api("[]", part -> "[]")) {
      return incremental(api, state).slices().stream()
          .map(slice -> slice.partition().get("part") + " " + slice.interval().get("start_time"))
          .toList();
    }
  }

  @Test
  void knownPartitionsGoOnFromTheirCursorAndNewOnesFromTheOneOfAll() {
    assertThat(
            starts(
                """
                {"use_global_cursor": false, "states": [{"partition": {"part": "a"}, "cursor": {"at": "2024-03-03"}}],
                 "state": {"at": "2024-03-07"}, "lookback_window": 86400}
                """))
        .containsExactly("a 2024-03-03", "b 2024-03-06");
  }

  @Test
  void aStateOfAStreamWithoutPartitionsCountsForAll() {
    assertThat(starts("{\"at\": \"2024-03-05\"}")).containsExactly("a 2024-03-05", "b 2024-03-05");
  }

  @Test
  void theCursorOfAllReplacesThePartitionsWhereTheStateSaysSo() {
    assertThat(
            starts(
                """
                {"use_global_cursor": true, "state": {"at": "2024-03-07"}, "lookback_window": 0}
                """))
        .containsExactly("a 2024-03-07", "b 2024-03-07");
  }

  @Test
  void partitionsThatNoLongerComeKeepTheirState() {
    try (Api api = api("[]", part -> "[]")) {
      String gone = "{\"partition\": {\"part\": \"gone\"}, \"cursor\": {\"at\": \"2024-03-02\"}}";
      Reading reading = incremental(api, "{\"use_global_cursor\":false,\"states\":[" + gone + "]}");
      assertThat(reading.state().get("states"))
          .isEqualTo(
              json(
                  "["
                      + gone
                      + ",{\"partition\":{\"part\":\"a\"},\"cursor\":{\"at\":\"2024-03-01\"}}"
                      + ",{\"partition\":{\"part\":\"b\"},\"cursor\":{\"at\":\"2024-03-01\"}}]"));
    }
  }

  @Test
  void aStateThatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> starts("{\"at\": \"garbage\"}"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.code()).isEqualTo("state.bad-cursor");
              assertThat(error.place().stream()).isEqualTo("items");
            });
  }
}
