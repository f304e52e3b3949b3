package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Routers made of other routers: groups and unions.
class RoutersTest {
  private static final String LIST =
      "{type: ListPartitionRouter, cursor_field: part, values: VALUES}";

  private static String list(String values) {
    return LIST.replace("VALUES", values);
  }

  private static String groups(int size, String underlying, String more) {
    return "partition_router: {type: GroupingPartitionRouter, group_size: %d, %s underlying_partition_router: %s}"
        .formatted(size, more, underlying);
  }

  private static String union(String... routers) {
    return "partition_router: {type: UnionPartitionRouter, partition_field: part, partition_routers: [%s]}"
        .formatted(String.join(", ", routers));
  }

  private static List<Map<String, @Nullable Object>> partitions(String router) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      return new Reading(api)
          .retriever(router).read().slices().stream().map(Slice::partition).toList();
    }
  }

  private static @Nullable Object json(String text) {
    return JsonParser.STRICT.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a, b, a, c, d, d, e] | '' |"
            + " [{\"part\":[\"a\",\"b\"]},{\"part\":[\"c\",\"d\"]},{\"part\":[\"e\"]}]",
        "[a, a, b] | 'deduplicate: false,' | [{\"part\":[\"a\",\"a\"]},{\"part\":[\"b\"]}]",
        "\"{{ [1, 1.0, '1'] }}\" | '' | [{\"part\":[1,\"1\"]}]",
        "\"{{ [] }}\" | '' | []",
      })
  void aGroupHoldsTheListOfItsValues(String values, String more, String expected) {
    assertThat((Object) partitions(groups(2, list(values), more))).isEqualTo(json(expected));
  }

  @Test
  void aUnionGivesEachValueOnce() {
    assertThat((Object) partitions(union(list("[a, b]"), list("[b, c]"))))
        .isEqualTo(json("[{\"part\":\"a\"},{\"part\":\"b\"},{\"part\":\"c\"}]"));
  }

  @Test
  void whatAParentGivesBesidesRidesAlong() {
    String parent =
        """
        {type: SubstreamPartitionRouter, parent_stream_configs: [{type: ParentStreamConfig, parent_key: id,
          partition_field: part, extra_fields: [[name]], stream: {type: DeclarativeStream, name: parents,
          schema_loader: {type: InlineSchemaLoader, schema: {}}, retriever: {type: SimpleRetriever,
          requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: parents},
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}}}}]}
        """;
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                asked.target().startsWith("/parents") ? "[{\"id\":1,\"name\":\"x\"}]" : "[]"))) {
      Slice slice =
          new Reading(api).retriever(union(parent, list("[b]"))).read().slices().getFirst();
      assertThat((Object) slice.partition()).isEqualTo(json("{\"part\":1}"));
      assertThat((Object) slice.extras()).isEqualTo(json("{\"name\":\"x\",\"parent_slice\":{}}"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GROUP | {type: ListPartitionRouter, cursor_field: part, values: [a], request_option:"
            + " {type: RequestOption, inject_into: header, field_name: p}}",
        "UNION | {type: ListPartitionRouter, cursor_field: part, values: [a], request_option:"
            + " {type: RequestOption, inject_into: header, field_name: p}}",
        "UNION | {type: ListPartitionRouter, cursor_field: other, values: [a]}",
        "ZERO | {type: ListPartitionRouter, cursor_field: part, values: [a]}",
      })
  void whatCannotWorkTogetherIsRefused(String kind, String router) {
    String outer =
        switch (kind) {
          case "GROUP" -> groups(2, router, "");
          case "ZERO" -> groups(0, router, "");
          default -> union(router, list("[b]"));
        };
    assertThatThrownBy(() -> partitions(outer))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("manifest.router"));
  }

  @Test
  void valuesThatCannotBeComparedAreAnError() {
    assertThatThrownBy(() -> partitions(groups(2, list("\"{{ [[1], [2]] }}\""), "")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("partition.not-comparable"));
  }

  @Test
  void groupsHaveOneCursorForAll() {
    String cursor =
        """
        incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d",
          start_datetime: "2024-03-01", end_datetime: "2024-03-09"}
        """;
    try (Api api = Api.answering(asked -> Answered.json("[{\"at\":\"2024-03-05\"}]"))) {
      Reading reading =
          new Reading(api).retriever(groups(2, list("[a, b, c]"), "")).stream(cursor).read();
      assertThat(reading.state())
          .containsOnlyKeys("use_global_cursor", "state", "lookback_window")
          .containsEntry("use_global_cursor", true)
          .containsEntry("state", Map.of("at", "2024-03-05"));
    }
  }
}
