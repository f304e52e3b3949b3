package dev.godwit.python;

import static dev.godwit.python.ShopReadings.ODD;
import static dev.godwit.python.ShopReadings.THREE;
import static dev.godwit.python.ShopReadings.reading;
import static dev.godwit.python.ShopReadings.three;
import static dev.godwit.python.ShopReadings.transformed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Components of each kind, run by a real Python with the reference's own classes.
class PythonComponentsTest {
  @BeforeAll
  static void python() {
    Pythons.prepare();
  }

  @Test
  void rowsAreChangedBetweenTheManifestsOwnTransformations() {
    try (Api api = three()) {
      Reading read =
          reading(api).stream(
                  """
                  transformations:
                  - {type: AddFields, fields: [{path: [n], value: "{{ record.id + 1 }}"}]}
                  - {type: CustomTransformation, class_name: source_shop.components.Doubled, field: n}
                  - {type: AddFields, fields: [{path: [m], value: "{{ record.n + 1 }}"}]}
                  """)
              .read();
      assertThat(read.rows())
          .containsExactly(
              Map.of("id", 1L, "n", 4L, "shop", "Corner", "m", 5L),
              Map.of("id", 2L, "n", 6L, "shop", "Corner", "m", 7L),
              Map.of("id", 3L, "n", 8L, "shop", "Corner", "m", 9L));
    }
  }

  @Test
  void rowsBeforeAFailureArriveAndTheErrorTellsTheLine() {
    try (Api api = three()) {
      Reading reading = reading(api).stream(transformed("Picky"));
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("component.failed");
                assertThat(error.message())
                    .contains("components.Picky", "ValueError: two is too many", "in transform");
                assertThat(error.place().line()).isPositive();
              });
      assertThat(reading.rows()).containsExactly(Map.of("id", 1L));
    }
  }

  @Test
  void rowsAreFoundAndFilteredElsewhere() {
    try (Api api =
        Api.answering(
            asked -> Answered.json("{\"items\": {\"a\": {\"id\": 1}, \"b\": {\"id\": 2}}}"))) {
      Reading read =
          reading(api)
              .selector(
                  "extractor: {type: CustomRecordExtractor, class_name:"
                      + " source_shop.components.Keyed}\n"
                      + ODD)
              .read();
      assertThat(read.rows()).containsExactly(Map.of("key", "a", "id", 1L));
    }
  }

  @Test
  void answersAreDecodedElsewhere() {
    try (Api api = Api.answering(asked -> Answered.status(200).body("a=1\nb=2\n"))) {
      Reading read =
          reading(api)
              .retriever("decoder: {type: CustomDecoder, class_name: source_shop.components.Pairs}")
              .read();
      assertThat(read.rows())
          .containsExactly(Map.of("name", "a", "value", "1"), Map.of("name", "b", "value", "2"));
    }
  }

  @Test
  void requestsOfComponentsGoThroughTheEngine() {
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                asked.target().equals("/login") ? "{\"token\": \"t0ps3cret\"}" : THREE))) {
      Reading read =
          reading(api)
              .requester(
                  "authenticator: {type: CustomAuthenticator, class_name:"
                      + " source_shop.components.Login}")
              .read();
      assertThat(read.rows()).hasSize(3);
      assertThat(api.asked().getFirst().body()).isEqualTo("{\"shop\": \"Corner\"}");
      assertThat(api.asked().getLast().header("Authorization")).isEqualTo("Bearer t0ps3cret");
      assertThat(read.log()).noneMatch(line -> line.contains("t0ps3cret"));
    }
  }

  @Test
  void renewedCredentialsAreKept() {
    try (Api api = three()) {
      List<ConfigStore.Update> kept = new CopyOnWriteArrayList<>();
      reading(api)
          .store(kept::add)
          .config("token", "old")
          .requester(
              "authenticator: {type: CustomAuthenticator, class_name:"
                  + " source_shop.components.Rotating}")
          .read();
      assertThat(kept)
          .singleElement()
          .satisfies(update -> {
            assertThat(update.before()).containsEntry("token", "old");
            assertThat(update.after())
                .containsEntry("token", "new")
                .containsEntry("shop", "Corner");
          });
      assertThat(api.asked().getLast().header("Authorization")).isEqualTo("Bearer new");
    }
  }

  @Test
  void errorsAreJudgedAndWaitsChosenElsewhere() {
    try (Api api =
        Api.answering(
            Api.inTurn(Answered.status(418), Answered.status(418), Answered.json(THREE)))) {
      Reading read =
          reading(api)
              .requester(
                  "error_handler: {type: CustomErrorHandler, class_name:"
                      + " source_shop.components.Teapot, backoff_strategies: [{type:"
                      + " CustomBackoffStrategy, class_name: source_shop.components.Halves}]}")
              .read();
      assertThat(read.rows()).hasSize(3);
      assertThat(read.waits()).hasSize(2);
    }
  }

  @Test
  void aWaitIsChosenElsewhere() {
    try (Api api = Api.answering(Api.inTurn(Answered.status(503), Answered.json(THREE)))) {
      Reading read =
          reading(api)
              .requester(
                  "error_handler: {type: DefaultErrorHandler, backoff_strategies: [{type:"
                      + " CustomBackoffStrategy, class_name: source_shop.components.Halves}]}")
              .read();
      assertThat(read.waits()).hasSize(1).allMatch(seconds -> seconds >= 1.5);
    }
  }

  @Test
  void pagesFollowEachOtherAsDecidedElsewhere() {
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                asked.target().contains("page=2")
                    ? "[{\"id\": 3}]"
                    : "[{\"id\": 1}, {\"id\": 2}]"))) {
      Reading read =
          reading(api)
              .retriever(
                  """
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                    pagination_strategy: {type: CustomPaginationStrategy, class_name: source_shop.components.Until}
                  """)
              .read();
      assertThat(read.rows()).hasSize(3);
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactly("/items?page=1", "/items?page=2");
    }
  }

  @Test
  void partitionsAreMadeElsewhere() {
    try (Api api = three()) {
      Reading read =
          reading(api)
              .retriever(
                  "partition_router: {type: CustomPartitionRouter, class_name:"
                      + " source_shop.components.Cities}")
              .read();
      assertThat(read.rows()).hasSize(6);
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactlyInAnyOrder("/items?town=Ede", "/items?town=Oss");
    }
  }

  @Test
  void statesAreMigratedElsewhere() {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      reading(api).stream(
              """
              incremental_sync:
                type: DatetimeBasedCursor
                cursor_field: at
                datetime_format: "%Y-%m-%d"
                start_datetime: "2024-01-01"
                start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: since}
              state_migrations: [{type: CustomStateMigration, class_name: source_shop.components.Upgraded}]
              """)
          .from(Map.of("old", "2024-03-01"))
          .read();
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactly("/items?since=2024-03-01");
    }
  }

  @Test
  void oldStatesOfPartitionsThatAreMadeElsewhereAreMigrated() {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading read =
          reading(api)
              .requester("request_parameters: {since: \"{{ stream_interval.start_time }}\"}")
              .retriever(
                  """
                  partition_router:
                    type: CustomPartitionRouter
                    class_name: source_shop.components.Towns
                    parent_stream_configs:
                    - parent_key: id
                      partition_field: town
                      stream:
                        type: DeclarativeStream
                        name: towns
                        retriever:
                          type: SimpleRetriever
                          requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: towns}
                          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
                  """)
              .stream(
                  """
                  incremental_sync:
                    type: DatetimeBasedCursor
                    cursor_field: at
                    datetime_format: "%Y-%m-%d"
                    start_datetime: "2024-01-01"
                  state_migrations: [{type: LegacyToPerPartitionStateMigration}]
                  """)
              .from(Map.of("Oss", Map.of("at", "2024-03-01")))
              .read();
      assertThat(api.asked())
          .extracting(Api.Asked::target)
          .containsExactlyInAnyOrder(
              "/items?since=2024-01-01&town=Ede", "/items?since=2024-03-01&town=Oss");
      assertThat(read.state()).containsKey("states");
    }
  }

  @Test
  void schemasAreMadeElsewhere() {
    try (Api api = three()) {
      Reading reading =
          reading(api)
              .schema("{type: CustomSchemaLoader, class_name: source_shop.components.Fixed}");
      assertThat(reading.open().discover().streams().getFirst().jsonSchema())
          .isEqualTo(
              Map.of("type", "object", "properties", Map.of("id", Map.of("type", "integer"))));
    }
  }
}
