package dev.godwit.python;

import static dev.godwit.python.ShopReadings.THREE;
import static dev.godwit.python.ShopReadings.failure;
import static dev.godwit.python.ShopReadings.reading;
import static dev.godwit.python.ShopReadings.three;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests and whole slices that classes of Python make.
class PythonReadingTest {
  static final String PAGES =
      """
      paginator:
        type: DefaultPaginator
        $parameters: {url_base: "{{ config['api'] }}"}
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
        page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: size}
        pagination_strategy: {type: PageIncrement, start_from_page: 1, page_size: 3, inject_on_first_request: true}
      partition_router: {type: ListPartitionRouter, values: [Ede], cursor_field: town, request_option: {type: RequestOption, inject_into: header, field_name: Town}}
      """;

  @BeforeAll
  static void python() {
    Pythons.prepare();
  }

  @Test
  void requestsAreMadeElsewhereWithWhatPagesAndSlicesAdd() {
    try (Api api = pages()) {
      Reading read =
          reading(api)
              .custom("CustomRequester", "source_shop.components.Signed")
              .requester("authenticator: {type: BearerAuthenticator, api_token: key}")
              .retriever(PAGES)
              .read();
      assertThat(read.rows()).hasSize(4);
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactly("/items?shop=Corner&page=1&size=3", "/items?shop=Corner&page=2&size=3");
      assertThat(api.asked())
          .allSatisfy(asked -> {
            assertThat(asked.header("Town")).isEqualTo("Ede");
            assertThat(asked.header("Authorization")).isEqualTo("Bearer key");
          });
      assertThat(read.traffic().requests()).isEqualTo(2);
    }
  }

  @Test
  void aRequestThatFailsInPythonIsAskedAgainThere() {
    try (Api api = Api.answering(Api.inTurn(Answered.status(503), Answered.json(THREE)))) {
      Reading read = reading(api).custom("CustomRequester", "source_shop.components.Signed").read();
      assertThat(read.rows()).hasSize(3);
      assertThat(read.waits()).hasSize(1);
    }
  }

  @Test
  void aRequestThatFailsForGoodEndsTheStreamWithItsReason() {
    try (Api api = Api.answering(asked -> Answered.status(403))) {
      GodwitException error =
          failure(reading(api).custom("CustomRequester", "source_shop.components.Signed"));
      assertThat(error.code()).isEqualTo("component.failed");
      assertThat(error.message()).contains("403");
    }
  }

  @Test
  void noAnswerIsTheEndOfASlice() {
    try (Api api = three()) {
      Reading read = reading(api).custom("CustomRequester", "source_shop.components.Silent").read();
      assertThat(read.rows()).isEmpty();
      assertThat(api.asked()).isEmpty();
    }
  }

  @Test
  void slicesAreReadElsewhereTransformationsIncluded() {
    try (Api api = pages()) {
      Reading read =
          reading(api)
              .custom("CustomRetriever", "source_shop.components.Doubling")
              .retriever(PAGES)
              .stream(
                  "transformations: [{type: AddFields, fields: [{path: [n], value: \"{{ record.id + 1"
                      + " }}\"}]}]")
              .read();
      assertThat(read.rows())
          .hasSize(8)
          .startsWith(Map.of("id", 1L, "n", 2L), Map.of("id", 1L, "n", 2L, "again", true));
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactly("/items?page=1&size=3", "/items?page=2&size=3");
      assertThat(read.traffic().requests()).isEqualTo(2);
    }
  }

  @Test
  void theStateOfWhatIsReadElsewhereStaysHere() {
    try (Api api = Api.answering(asked -> Answered.json("[{\"id\": 1, \"at\": \"2024-03-05\"}]"))) {
      Reading read =
          reading(api)
              .custom("CustomRetriever", "source_shop.components.Doubling")
              .requester("request_parameters: {since: \"{{ stream_interval.start_time }}\"}")
              .stream(
                  """
                  incremental_sync:
                    type: DatetimeBasedCursor
                    cursor_field: at
                    datetime_format: "%Y-%m-%d"
                    start_datetime: "2024-01-01"
                  """)
              .from(Map.of("at", "2024-03-01"))
              .read();
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactly("/items?since=2024-03-01");
      assertThat(read.state()).isEqualTo(Map.of("at", "2024-03-05"));
    }
  }

  @Test
  void manyRowsOfASliceComePieceByPieceAndTheFailureAfterThem() {
    try (Api api = three()) {
      Reading reading = reading(api).custom("CustomRetriever", "source_shop.components.Flood");
      assertThat(failure(reading).message()).contains("too much water");
      assertThat(reading.rows()).hasSize(30_000);
    }
  }

  @Test
  void valuesAreCastElsewhere() {
    try (Api api = three()) {
      Reading read =
          reading(api)
              .schema(
                  "{type: InlineSchemaLoader, schema: {type: object, properties: {id: {type:"
                      + " string}}}}")
              .selector(
                  "extractor: {type: DpathExtractor, field_path: []}\n"
                      + "schema_normalization: {type: CustomSchemaNormalization, class_name:"
                      + " source_shop.components.Shouting}")
              .read();
      assertThat(read.rows())
          .containsExactly(Map.of("id", "1"), Map.of("id", "2"), Map.of("id", "3"));
    }
  }

  private static Api pages() {
    return Api.answering(
        asked -> Answered.json(asked.target().contains("page=1") ? THREE : "[{\"id\": 4}]"));
  }
}
