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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows that stand in the rows of a parent.
class EmbeddedRowsTest {
  private static final String PARENT =
      """
      partition_router:
        type: SubstreamPartitionRouter
        parent_stream_configs:
        - type: ParentStreamConfig
          parent_key: id
          partition_field: part
          lazy_read_pointer: [POINTER]
          stream:
            type: DeclarativeStream
            name: parents
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: parents}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
      paginator:
        type: DefaultPaginator
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: after}
        pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.get('more') }}"}
      """;

  private static final String CURSOR =
      """
      incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d",
        start_datetime: "2024-03-01", end_datetime: "2024-03-08"MORE}
      """;

  private static final String ROWS =
      """
      [{"id": 1, "items": {"data": [{"at": "2024-03-02", "n": 1}], "more": "x"}},
       {"id": 2, "items": {"data": []}},
       {"id": 3}]
      """;

  private static Api api() {
    return Api.answering(asked ->
        Answered.json(
            asked.target().startsWith("/parents")
                ? ROWS
                : "{\"data\": [{\"at\": \"2024-03-03\", \"n\": 2}]}"));
  }

  private static Reading reading(Api api, String pointer, String more) {
    return new Reading(api)
            .requester("path: \"items/{{ stream_partition.part }}\"\n")
            .selector("extractor: {type: DpathExtractor, field_path: [data]}")
            .retriever(PARENT.replace("POINTER", pointer))
            .stream(CURSOR.replace("MORE", more));
  }

  private static @Nullable Object json(String text) {
    return JsonParser.STRICT.parse(text);
  }

  @Test
  void theFirstPageIsNotAskedFor() {
    try (Api api = api()) {
      Reading reading = reading(api, "items", "").read();
      assertThat(api.asked())
          .extracting(Asked::target)
          .containsExactly("/parents", "/items/1?after=x");
      assertThat((Object) reading.rows())
          .isEqualTo(json("[{\"at\":\"2024-03-02\",\"n\":1},{\"at\":\"2024-03-03\",\"n\":2}]"));
      assertThat(reading.state()).containsEntry("state", Map.of("at", "2024-03-03"));
    }
  }

  @Test
  void aStreamWithAStateAsksForAllPages() {
    try (Api api = api()) {
      reading(api, "items", "").from(Map.of("at", "2024-03-02")).read();
      assertThat(api.asked())
          .extracting(Asked::target)
          .containsExactlyInAnyOrder("/parents", "/items/1", "/items/2", "/items/3");
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    try (Api api = api()) {
      for (Reading reading :
          List.of(
              reading(api, "'*'", ""),
              reading(api, "items", ", step: P1D, cursor_granularity: P1D"))) {
        assertThatThrownBy(reading::read)
            .isInstanceOfSatisfying(
                GodwitException.class,
                error -> assertThat(error.code()).isEqualTo("manifest.lazy-read"));
      }
    }
  }
}
