package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Parents that are read incrementally, and what their children keep of them.
class ParentsTest {
  private static final String CURSOR =
      """
      incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d",
        start_datetime: "2024-03-01", end_datetime: "2024-03-08"}
      """;

  private static final String PARENT_CURSOR =
      """
      incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d",
        start_datetime: "2024-03-01", end_datetime: "2024-03-08", step: P4D, cursor_granularity: P1D,
        start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: from}}
      """;

  private static String parent(String cursor, String router) {
    return """
    partition_router:
      type: SubstreamPartitionRouter
      parent_stream_configs:
      - type: ParentStreamConfig
        parent_key: id
        partition_field: part
        incremental_dependency: true
        stream:
          type: DeclarativeStream
          name: parents
    CURSOR
          retriever:
            type: SimpleRetriever
    ROUTER
            requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: parents}
            paginator: {type: DefaultPaginator, pagination_strategy: {type: PageIncrement, page_size: 2},
              page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
    """
        .replace("CURSOR\n", cursor.indent(6))
        .replace("ROUTER\n", router.indent(8));
  }

  private static Api api(Function<String, String> parents) {
    return Api.answering(asked ->
        asked.target().startsWith("/parents")
            ? Answered.json(parents.apply(asked.target()))
            : Answered.json("[{\"at\":\"2024-03-05\"}]"));
  }

  private static Reading read(Api api, String parent, String state) {
    return new Reading(api)
        .requester("path: \"items/{{ stream_partition.part }}\"\n").retriever(parent).stream(CURSOR)
            .from(map(state))
            .read();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(String json) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(JsonParser.STRICT.parse(json));
  }

  private static @Nullable Object parentState(Reading reading) {
    return reading.state().get("parent_state");
  }

  @Test
  void anEmptySliceOfAParentCountsAsRead() {
    try (Api api =
        api(asked ->
            asked.contains("from=2024-03-05") ? "[{\"id\":1,\"at\":\"2024-03-06\"}]" : "[]")) {
      assertThat(parentState(read(api, parent(PARENT_CURSOR, ""), "{}")))
          .isEqualTo(map("{\"parents\":{\"at\":\"2024-03-06\"}}"));
    }
  }

  @Test
  void aParentWithoutACursorOnlySaysThatItWasRead() {
    try (Api api = api(asked -> "[{\"id\":1}]")) {
      assertThat(parentState(read(api, parent("", ""), "{}")))
          .isEqualTo(map("{\"parents\":{\"__ab_no_cursor_state_message\":true}}"));
    }
  }

  @Test
  void aParentWithPartitionsIsKeptPartitionByPartition() {
    String list = "partition_router: {type: ListPartitionRouter, cursor_field: kind, values: [a]}";
    String plain = PARENT_CURSOR.replace(", step: P4D, cursor_granularity: P1D", "");
    try (Api api = api(asked -> "[{\"id\":1,\"at\":\"2024-03-06\"}]")) {
      Object state = parentState(read(api, parent(plain, list), "{}"));
      assertThat(state)
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .extractingByKey("parents")
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry(
              "states",
              List.of(map("{\"partition\":{\"kind\":\"a\"},\"cursor\":{\"at\":\"2024-03-06\"}}")))
          .containsEntry("state", map("{\"at\":\"2024-03-06\"}"));
    }
  }

  private static List<String> starts(String state) {
    try (Api api = api(asked -> "[]")) {
      read(api, parent(PARENT_CURSOR, ""), state);
      return api.asked().stream()
          .map(Asked::target)
          .filter(target -> target.contains("from"))
          .toList();
    }
  }

  @Test
  void aParentGoesOnFromWhatItsChildKeeps() {
    assertThat(
            starts(
                "{\"state\":{\"at\":\"2024-03-07\"},\"parent_state\":{\"parents\":{\"at\":\"2024-03-06\"}}}"))
        .containsExactly("/parents?from=2024-03-06");
  }

  @Test
  void aParentGoesOnFromItsChildsCursorWhereThereIsNoOther() {
    assertThat(starts("{\"state\":{\"at\":\"2024-03-07\"}}"))
        .containsExactly("/parents?from=2024-03-07");
    assertThat(starts("{\"at\":\"2024-03-06\"}")).containsExactly("/parents?from=2024-03-06");
  }

  @Test
  void marksOfOtherKindsOfReadingsStartAParentAnew() {
    List<String> all = List.of("/parents?from=2024-03-01", "/parents?from=2024-03-05");
    assertThat(starts("{\"__ab_no_cursor_state_message\":true}")).isEqualTo(all);
    assertThat(starts("{\"__ab_full_refresh_sync_complete\":true}")).isEqualTo(all);
  }

  @Test
  void anErrorOfAParentKeepsTheLastTwoFromBeingRead() {
    try (Api api =
        Api.answering(asked ->
            asked.target().contains("page=1")
                ? Answered.status(400)
                : Answered.json("[{\"id\":1,\"at\":\"2024-03-05\"},{\"id\":2}]"))) {
      assertThatThrownBy(() -> read(api, parent("", ""), "{}")).isInstanceOf(GodwitException.class);
      assertThat(api.asked())
          .extracting(Asked::target)
          .noneMatch(target -> target.contains("items"));
    }
  }
}
