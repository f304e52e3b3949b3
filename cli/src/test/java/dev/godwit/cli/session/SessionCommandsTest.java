package dev.godwit.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SessionCommandsTest {
  private static final String PLAIN = "url: {type: string}";

  @TempDir private Path folder;
  private TapedApi api;

  @BeforeEach
  void open() throws IOException {
    api = new TapedApi(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private void recordBirds() throws IOException {
    api.serve(
        "/birds",
        request -> TapedApi.Reply.json("[{\"id\": 1, \"n\": 1.10}, {\"id\": 2, \"n\": 2e3}]"));
    api.write("api.yaml", TapedApi.manifest(", request_headers: {X-Form: a}", PLAIN, "birds"));
    Captured recorded = api.record();
    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
  }

  private void change(String what, String to) throws IOException {
    Path manifest = api.file("api.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace(what, to));
  }

  @Test
  void aSessionIsReplayedWithoutTheApi() throws IOException {
    recordBirds();

    Captured tested = api.testOffline();

    assertThat(tested.exitCode()).as(tested.out()).isZero();
    assertThat(tested.out()).contains("api.session.yaml", "1 stream, 1 request, 2 rows");
    assertThat(api.asked()).isEqualTo(1);
    assertThat(api.session()).contains("\"n\": 1.10", "connector: api.yaml");
  }

  @Test
  void aChangedRowIsShownFieldByField() throws IOException {
    recordBirds();
    change(
        "  primary_key: id\n",
        """
          primary_key: id
          transformations:
          - {type: AddFields, fields: [{path: [kind], value: "{{ 'bird' ~ record['id'] }}"}]}
        """);

    Captured tested = api.testOffline();

    assertThat(tested.exitCode()).isEqualTo(1);
    assertThat(tested.out()).contains("records differ", "~ id=2 kind is new: \"bird2\"");
  }

  @Test
  void whatIsAskedOtherwiseIsShownWithWhatHasChanged() throws IOException {
    recordBirds();
    change("path: /birds", "path: /birds, request_parameters: {page: 2}");

    Captured tested = api.testOffline();

    assertThat(tested.exitCode()).isEqualTo(1);
    assertThat(tested.out())
        .contains("1 request asks otherwise", "/birds: page is new: \"2\"", "record the session");
  }

  @Test
  void otherHeadersAreShown() throws IOException {
    recordBirds();
    change("X-Form: a", "X-Form: b");

    assertThat(api.testOffline().out()).contains("~ X-Form: a → b");
  }

  @Test
  void updateShowsWhatChangedAndTakesItForWhatIsExpected() throws IOException {
    recordBirds();
    change("X-Form: a", "X-Form: b");

    Captured updated = api.testOffline("--update");

    assertThat(updated.exitCode()).isZero();
    assertThat(updated.out()).contains("~ X-Form: a → b", "updated");
    assertThat(api.session()).contains("X-Form: b");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void updateDoesNotTakeAMissingAnswerForWhatIsExpected() throws IOException {
    recordBirds();
    change("path: /birds", "path: /bees");
    String before = api.session();

    assertThat(api.testOffline("--update").exitCode()).isEqualTo(1);
    assertThat(api.session()).isEqualTo(before);
  }

  @Test
  void programsGetTheResultAsJson() throws IOException {
    recordBirds();
    change("X-Form: a", "X-Form: b");

    ParsedJson result = ParsedJson.of(api.testOffline("--json").out());

    assertThat(result.value("failed")).isEqualTo(1L);
    ParsedJson session = result.objects("sessions").getFirst();
    assertThat(session.value("passed")).isEqualTo(false);
    assertThat(session.objects("differences").getFirst().value("kind")).isEqualTo("requests");
  }

  @Test
  void compressedRowsAreKeptReadable() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("[{\"id\": 1, \"name\": \"wren\"}]".getBytes(StandardCharsets.UTF_8));
    }
    api.serve("/birds", request -> new TapedApi.Reply(200, Map.of(), packed.toByteArray()));
    api.write(
        "api.yaml",
        TapedApi.manifest("", PLAIN, "birds")
            .replace(
                "    record_selector:",
                "    decoder: {type: GzipDecoder, decoder: {type: JsonDecoder}}\n"
                    + "    record_selector:"));

    Captured recorded = api.record();

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertThat(api.session()).contains("gzip: true", "\"name\": \"wren\"");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void aStreamThatFailsIsExpectedToFailAgain() throws IOException {
    api.serve("/birds", request -> TapedApi.Reply.json("[{\"id\": 1}]"))
        .serve("/bees", request -> new TapedApi.Reply(403, Map.of(), new byte[0]));
    api.write("api.yaml", TapedApi.manifest("", PLAIN, "birds", "bees"));

    Captured recorded = api.record();

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertThat(api.session()).contains("failure:", "403");
    change(
        "path: /bees",
        "path: /bees, error_handler: {type: DefaultErrorHandler, response_filters:"
            + " [{type: HttpResponseFilter, http_codes: [403], action: IGNORE}]}");
    assertThat(api.testOffline().out()).contains("bees: it fails no more");
  }

  @Test
  void waitsOfARecordingAreNotWaitedAgain() throws IOException {
    AtomicInteger visits = new AtomicInteger();
    api.serve(
        "/birds",
        request ->
            visits.getAndIncrement() == 0
                ? new TapedApi.Reply(429, Map.of("Retry-After", "1"), new byte[0])
                : TapedApi.Reply.json("[{\"id\": 1}]"));
    String handler =
        """
        , error_handler: {type: DefaultErrorHandler, response_filters: \
        [{type: HttpResponseFilter, http_codes: [429], action: RATE_LIMITED}], \
        backoff_strategies: [{type: WaitTimeFromHeader, header: Retry-After}]}\
        """;
    api.write("api.yaml", TapedApi.manifest(handler, PLAIN, "birds"));
    assertThat(api.record().exitCode()).isZero();
    Files.writeString(
        api.file("api.session.yaml"),
        api.session().replaceAll("(?i)(retry-after): .*", "$1: \"99999\""));

    assertThat(api.session()).contains("99999");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void aStreamGoesOnFromAState() throws IOException {
    String cursor =
        """
        incremental_sync:
          type: DatetimeBasedCursor
          cursor_field: seen
          datetime_format: "%Y-%m-%d"
          start_datetime: "2024-01-01"
          start_time_option:
            {type: RequestOption, inject_into: request_parameter, field_name: since}
        """;
    api.serve(
        "/birds",
        request -> {
          assertThat(request.getRequestURI().getQuery()).contains("since=2024-05-01");
          return TapedApi.Reply.json("[{\"id\": 7, \"seen\": \"2024-06-01\"}]");
        });
    api.write(
        "api.yaml",
        TapedApi.manifest("", PLAIN, "birds")
            .replace("  retriever:", (cursor + "retriever:").indent(2).stripTrailing()));
    api.write("state.json", "{\"birds\": {\"seen\": \"2024-05-01\"}}");

    Captured recorded = api.record("--state", "state.json");

    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertThat(api.session()).contains("\"seen\": \"2024-06-01\"", "seen: '2024-05-01'");
    assertThat(api.testOffline().exitCode()).isZero();
  }

  @Test
  void moreThanASessionMayHaveIsRefused() throws IOException {
    api.serve(
        "/birds",
        request -> TapedApi.Reply.json("[{\"id\": 1, \"x\": \"" + "y".repeat(1_100_000) + "\"}]"));
    api.write("api.yaml", TapedApi.manifest("", PLAIN, "birds"));

    Captured refused = api.record("--max-size", "1");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("1,000,000 bytes", "--limit");
    assertThat(Files.exists(api.file("api.session.yaml"))).isFalse();
  }

  @Test
  void replayShowsRequestsAnswersAndRows() throws IOException {
    recordBirds();
    api.close();

    Captured replayed = Captured.run(folder, "replay", "api.session.yaml", "--bodies");

    assertThat(replayed.exitCode()).isZero();
    assertThat(replayed.out())
        .contains("→ GET " + api.url() + "/birds", "← 200", "birds {\"id\":1,\"n\":1.10}");
  }

  @Test
  void aFolderWithoutSessionsAndAFileThatIsNoneAreToldApart() throws IOException {
    Captured none = api.testOffline();
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("godwit record");

    api.write("odd.session.yaml", "a: 1\n");
    Captured odd = api.testOffline();
    assertThat(odd.exitCode()).isEqualTo(1);
    assertThat(odd.out()).contains("godwit_session");
  }

  @Test
  @EnabledIfSystemProperty(named = "reference.python", matches = ".+")
  void pythonComponentsAreTestedWithASession() throws IOException {
    api.serve("/birds", request -> TapedApi.Reply.json("[{\"id\": 1}, {\"id\": 2}]"))
        .serve("/names/1", request -> TapedApi.Reply.json("{\"name\": \"wren\"}"))
        .serve("/names/2", request -> TapedApi.Reply.json("{\"name\": \"owl\"}"));
    api.write(
        "api.yaml",
        TapedApi.manifest("", PLAIN, "birds")
            .replace(
                "  retriever:",
                "  transformations:\n  - {type: CustomTransformation, class_name: components.Named}\n"
                    + "  retriever:"));
    String python =
        """
        import requests
        from airbyte_cdk.sources.declarative.transformations import RecordTransformation


        class Named(RecordTransformation):
            def transform(self, record, config=None, stream_state=None, stream_slice=None):
                record["name"] = requests.get(f"{config['url']}/names/{record['id']}").json()["name"]
        """;
    api.write("components.py", python);
    Map<String, String> variables =
        Map.of("GODWIT_COMPONENTS_PYTHON", System.getProperty("reference.python"));

    Captured recorded =
        Captured.run(
            folder,
            variables,
            "record",
            "api.yaml",
            "--allow-python",
            "--set",
            "url=" + api.url(),
            "--out",
            "api.session.yaml");
    assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    assertThat(api.session()).contains("/names/2", "\"name\": \"owl\"");
    api.close();

    Captured refused = Captured.run(folder, variables, "test");
    assertThat(refused.out()).contains("Python is not allowed to run");
    Captured tested = Captured.run(folder, variables, "test", "--allow-python");
    assertThat(tested.exitCode()).as(tested.out() + tested.err()).isZero();
  }
}
