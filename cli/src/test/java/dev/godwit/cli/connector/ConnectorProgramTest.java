package dev.godwit.cli.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorProgramTest {
  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [things]}
      streams:
        - type: DeclarativeStream
          name: things
          schema_loader: {type: InlineSchemaLoader, schema: {type: object}}
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url_base: "http://127.0.0.1:9/"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
      spec:
        type: Spec
        connection_specification: {type: object, title: Things}
      """;

  @TempDir private Path folder;

  private Captured run(String... args) {
    return Captured.run(folder, args);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<Map<?, ?>> messages(Captured result, String type) {
    return result
        .out()
        .lines()
        .<Map<?, ?>>map(line -> (Map<?, ?>) JsonParser.STRICT.parse(line))
        .filter(message -> message.get("type").equals(type))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"destination-duckdb", "destination-postgres"})
  void databasesWriteInAllWaysOfTheProtocol(String name) {
    Captured result = run("connector", name, "spec");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).hasSize(1);
    assertThat((Map<?, ?>) messages(result, "SPEC").getFirst().get("spec"))
        .extracting("supported_destination_sync_modes", "supportsIncremental")
        .containsExactly(
            List.of("append", "overwrite", "append_dedup", "update", "soft_delete"), true);
  }

  @Test
  void filesAreAddedOrReplaced() {
    Captured result = run("connector", "destination-files", "spec");

    assertThat((Map<?, ?>) messages(result, "SPEC").getFirst().get("spec"))
        .extracting("supported_destination_sync_modes")
        .isEqualTo(List.of("append", "overwrite"));
  }

  @Test
  void aConfigurationThatWorksSucceeds() throws IOException {
    Path config =
        file("c.json", "{\"destination_path\":\"%s\"}".formatted(folder.resolve("x.duckdb")));

    Captured result = run("connector", "destination-duckdb", "check", "--config", "" + config);

    assertThat(result.exitCode()).isZero();
    assertThat(messages(result, "CONNECTION_STATUS"))
        .containsExactly(
            Map.of("type", "CONNECTION_STATUS", "connectionStatus", Map.of("status", "SUCCEEDED")));
    assertThat(folder.resolve("x.duckdb")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"destination_path\":\"/nowhere/at/all/x.duckdb\"}",
        "{\"destination_path\":\"md:\"}"
      })
  void aConfigurationThatDoesNotIsAnAnswerAndNoFailure(String content) throws IOException {
    Path config = file("c.json", content);

    Captured result = run("connector", "destination-duckdb", "check", "--config", "" + config);

    assertThat(result.exitCode()).isZero();
    assertThat((Map<?, ?>) messages(result, "CONNECTION_STATUS").getFirst().get("connectionStatus"))
        .extracting("status")
        .isEqualTo("FAILED");
  }

  @Test
  void aManifestIsASourceByItsPath() throws IOException {
    file("things.yaml", MANIFEST);

    Captured spec = run("connector", "things.yaml", "spec");
    Captured catalog =
        run("connector", "things.yaml", "discover", "--config", file("c.json", "{}").toString());

    assertThat(spec.exitCode()).isZero();
    assertThat(spec.out()).contains("\"title\":\"Things\"");
    assertThat(catalog.exitCode()).isZero();
    assertThat(messages(catalog, "CATALOG")).hasSize(1);
  }

  @Test
  void theReferencesProgramIsAConnectorToo() {
    Captured result = run("connector", "source-declarative-manifest", "spec");

    assertThat(result.out()).isEqualTo(run("source-declarative-manifest", "spec").out());
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"destination-duckbd", "things.yaml", "source-things"})
  void whatIsNoConnectorIsTraced(String name) {
    Captured result = run("connector", name, "spec");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(messages(result, "TRACE").getFirst().get("trace"))
        .extracting("error.failure_type", "error.internal_message")
        .containsExactly("config_error", "connector.unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"destination-duckdb read", "destination-duckdb check", "things.yaml write"})
  void wrongUsageEndsWithTwo(String line) {
    String[] words = line.split(" ", -1);

    Captured result = run("connector", words[0], words[1]);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("usage: godwit connector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "destination-duckdb --help", "destination-duckdb spec -h"})
  void peopleAreToldHowToAsk(String line) {
    Captured result = run(("connector " + line).split(" ", -1));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Usage: godwit connector");
  }

  @Test
  void aScriptStartsTheConnectorFromAnywhere() throws IOException {
    file("it's.yaml", MANIFEST);

    Captured result = run("connector", "script", "it's.yaml", "--out", "source-things");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(folder.resolve("source-things"))
        .isExecutable()
        .content()
        .startsWith("#!/bin/sh\nexec ")
        .endsWith("/it'\\''s.yaml' \"$@\"\n");
  }

  @Test
  void noScriptIsWrittenForWhatIsNoConnector() {
    Captured result = run("connector", "script", "destination-oracle", "--out", "it");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("There is no connector destination-oracle");
    assertThat(folder.resolve("it")).doesNotExist();
  }
}
