package dev.godwit.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Components of each kind, run by Godwit and by the reference: both send the same requests, and
/// give the same rows and the same state.
class SameAsReferenceTest {
  private static final String SPEC =
      "spec: {type: Spec, connection_specification: {type: object, properties: {}}}";

  private static final String CURSOR =
      """
      incremental_sync:
        type: DatetimeBasedCursor
        cursor_field: at
        datetime_format: "%Y-%m-%d"
        start_datetime: "2024-01-01"
      """;

  private static final String SINCE =
      "request_parameters: {since: \"{{ stream_interval.start_time }}\"}";

  @TempDir private Path folder;

  /// A stream with a component of a kind.
  ///
  /// @param earlier the state that it goes on from; empty for a first reading
  record Case(String kind, UnaryOperator<Reading> parts, Map<String, @Nullable Object> earlier) {
    Case(String kind, UnaryOperator<Reading> parts) {
      this(kind, parts, Map.of());
    }

    @Override
    public String toString() {
      return kind;
    }
  }

  /// What both have to do alike.
  private record Call(String method, String target, String body, List<String> headers) {
    static Call of(Api.Asked asked) {
      return new Call(
          asked.method(),
          asked.target(),
          asked.body(),
          Stream.of("Authorization", "Town", "Content-Type")
              .map(name -> name + "=" + Objects.requireNonNullElse(asked.header(name), ""))
              .toList());
    }
  }

  @BeforeAll
  static void python() {
    Pythons.prepare();
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "transformation and filter",
            reading ->
                reading
                    .selector(
                        "extractor: {type: DpathExtractor, field_path: []}\n"
                            + "record_filter: {type: CustomRecordFilter, class_name:"
                            + " source_declarative_manifest.components.Odd}")
                    .stream(
                        """
                        transformations:
                        - {type: AddFields, fields: [{path: [n], value: "{{ record.id + 1 }}"}]}
                        - {type: CustomTransformation, class_name: source_declarative_manifest.components.Doubled, field: n}
                        """)),
        new Case(
            "extractor",
            reading ->
                reading
                    .requester("path: keyed")
                    .selector(
                        "extractor: {type: CustomRecordExtractor, class_name:"
                            + " source_declarative_manifest.components.Keyed}")),
        new Case(
            "decoder",
            reading ->
                reading
                    .requester("path: pairs")
                    .retriever(
                        "decoder: {type: CustomDecoder, class_name:"
                            + " source_declarative_manifest.components.Pairs}")),
        new Case(
            "authenticator",
            reading ->
                reading.requester(
                    "authenticator: {type: CustomAuthenticator, class_name:"
                        + " source_declarative_manifest.components.Login}")),
        new Case(
            "pagination strategy",
            reading ->
                reading.retriever(
                    """
                    paginator:
                      type: DefaultPaginator
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                      pagination_strategy: {type: CustomPaginationStrategy, class_name: source_declarative_manifest.components.Until}
                    """)),
        new Case(
            "partition router",
            reading ->
                reading.retriever(
                    "partition_router: {type: CustomPartitionRouter, class_name:"
                        + " source_declarative_manifest.components.Cities}")),
        new Case(
            "partition router of no kind",
            reading ->
                reading.retriever(
                    "partition_router: {type: CustomPartitionRouter, class_name:"
                        + " source_declarative_manifest.components.Towns}")),
        new Case(
            "requester",
            reading ->
                reading
                    .custom("CustomRequester", "source_declarative_manifest.components.Signed")
                    .requester("authenticator: {type: BearerAuthenticator, api_token: key}")
                    .retriever(PythonReadingTest.PAGES)),
        new Case(
            "retriever",
            reading ->
                reading
                    .custom("CustomRetriever", "source_declarative_manifest.components.Doubling")
                    .retriever(PythonReadingTest.PAGES)),
        new Case(
            "schema normalization",
            reading ->
                reading
                    .schema(
                        "{type: InlineSchemaLoader, schema: {type: object, properties: {id: {type:"
                            + " string}}}}")
                    .selector(
                        "extractor: {type: DpathExtractor, field_path: []}\n"
                            + "schema_normalization: {type: CustomSchemaNormalization, class_name:"
                            + " source_declarative_manifest.components.Shouting}")),
        new Case(
            "retriever that goes on",
            reading ->
                reading
                    .custom("CustomRetriever", "source_declarative_manifest.components.Doubling")
                    .requester("path: dated\n" + SINCE)
                    .stream(CURSOR),
            Map.of("at", "2024-03-01")),
        new Case(
            "state migration",
            reading ->
                reading.requester("path: dated\n" + SINCE).stream(
                    CURSOR
                        + "state_migrations: [{type: CustomStateMigration, class_name:"
                        + " source_declarative_manifest.components.Upgraded}]"),
            Map.of("old", "2024-02-01")),
        new Case(
            "partition router that goes on",
            reading ->
                reading
                    .requester("path: dated\n" + SINCE)
                    .retriever(
                        "partition_router: {type: CustomPartitionRouter, class_name:"
                            + " source_declarative_manifest.components.Cities}")
                    .stream(CURSOR),
            Map.of(
                "states",
                List.of(
                    Map.of(
                        "partition",
                        Map.of("town", "Oss"),
                        "cursor",
                        Map.of("at", "2024-03-01"))))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void requestsRowsAndStateAreTheSame(Case each) throws IOException, InterruptedException {
    try (Api ours = shop();
        Api theirs = shop()) {
      Reading read =
          each.parts().apply(ShopReadings.reading(ours)).source(SPEC).from(each.earlier()).read();
      String manifest = each.parts().apply(ShopReadings.reading(theirs)).source(SPEC).manifest();
      ReferenceRun reference =
          ReferenceRun.of(
              folder,
              manifest,
              Map.of("api", theirs.url(""), "url", theirs.url(""), "shop", "Corner"),
              each.earlier());

      assertThat(read.rows()).isNotEmpty().containsExactlyInAnyOrderElementsOf(reference.rows());
      assertThat(calls(ours)).containsExactlyInAnyOrderElementsOf(calls(theirs));
      if (!each.earlier().isEmpty()) {
        assertThat(read.state()).isEqualTo(reference.state());
      }
    }
  }

  private static List<Call> calls(Api api) {
    return api.asked().stream().map(Call::of).toList();
  }

  private static Api shop() {
    return Api.answering(asked -> {
      String target = asked.target();
      if (target.startsWith("/login")) {
        return Answered.json("{\"token\": \"t0ps3cret\"}");
      }
      if (target.startsWith("/keyed")) {
        return Answered.json("{\"items\": {\"a\": {\"id\": 1}, \"b\": {\"id\": 2}}}");
      }
      if (target.startsWith("/pairs")) {
        return Answered.status(200).body("a=1\nb=2\n");
      }
      if (target.startsWith("/dated")) {
        return Answered.json("[{\"id\": 1, \"at\": \"2024-03-05\"}]");
      }
      return Answered.json(
          target.contains("page=2") ? "[{\"id\": 3}]" : "[{\"id\": 1}, {\"id\": 2}]");
    });
  }
}
