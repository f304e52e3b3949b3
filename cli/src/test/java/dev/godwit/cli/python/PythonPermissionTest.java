package dev.godwit.cli.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.godwit.cli.Captured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Python runs where it was allowed, and nowhere else.
class PythonPermissionTest {
  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [birds]}
      streams:
      - &plain
        type: DeclarativeStream
        name: plain
        schema_loader: {type: InlineSchemaLoader, schema: {properties: {id: {type: integer}}}}
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url_base: "{{ config['url'] }}", path: birds}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
      - <<: *plain
        name: birds
        transformations:
        - type: CustomTransformation
          class_name: source_birds.components.Ringed
      """;

  private static final String COMPONENTS =
      """
      from airbyte_cdk.sources.declarative.transformations import RecordTransformation


      class Ringed(RecordTransformation):
          def transform(self, record, config=None, stream_state=None, stream_slice=None):
              record["id"] = record["id"] + 100
      """;

  @TempDir private Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] rows = "[{\"id\": 1}, {\"id\": 2}]".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, rows.length);
          exchange.getResponseBody().write(rows);
          exchange.close();
        });
    server.start();
    Files.writeString(folder.resolve("birds.yaml"), MANIFEST);
    Files.writeString(folder.resolve("components.py"), COMPONENTS);
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private Captured sync(Map<String, String> variables, String... more) {
    String url = "url=http://127.0.0.1:" + server.getAddress().getPort();
    List<String> args =
        new ArrayList<>(
            List.of("sync", "birds.yaml", "jsonl:" + folder.resolve("out"), "--set", url));
    args.addAll(List.of(more));
    return Captured.run(folder, variables, args.toArray(String[]::new));
  }

  @Test
  void withoutPermissionClassLineFileAndOptionAreNamedBeforeAnyRequest() {
    Captured refused = sync(Map.of());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "birds.yaml:16:5", "source_birds.components.Ringed", "components.py", "--allow-python");
    assertThat(asked).hasValue(0);
  }

  @Test
  void streamsWithoutPythonRunWithoutPermission() {
    assertThat(sync(Map.of(), "--streams", "plain").exitCode()).isZero();
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void whatIsShownBecomesAllowedAndAChangeIsSeen() throws IOException {
    assertThat(Captured.run(folder, "components", "show", "birds.yaml").out())
        .contains("CustomTransformation source_birds.components.Ringed", "never allowed to run");

    assertThat(Captured.run(folder, "components", "allow", "components.py").exitCode()).isZero();
    assertThat(folder.resolve("godwit.lock")).content().contains("\"components.py\": \"");
    assertThat(Captured.run(folder, "components", "show", "birds.yaml").out())
        .contains("allowed by godwit.lock");

    Files.writeString(folder.resolve("components.py"), COMPONENTS + "# changed\n");
    assertThat(Captured.run(folder, "components", "show", "birds.yaml").out())
        .contains("not the one that was allowed");
    Captured refused = sync(Map.of(), "--allow-python");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("godwit components allow");
    assertThat(asked).hasValue(0);
  }

  @Test
  void classesAreCheckedOnlyWithPermission() {
    Captured refused = Captured.run(folder, "components", "check", "birds.yaml");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--allow-python");
  }

  @Test
  @EnabledIfSystemProperty(
      named = "reference.python",
      matches = ".+",
      disabledReason = "needs a Python with the reference")
  void classesAreHeldAgainstTheManifest() throws IOException {
    Map<String, String> variables =
        Map.of("GODWIT_COMPONENTS_PYTHON", System.getProperty("reference.python"));
    Captured good =
        Captured.run(folder, variables, "components", "check", "birds.yaml", "--allow-python");
    assertThat(good.exitCode()).isZero();
    assertThat(good.err()).contains("Nothing found in 1 component");

    Files.writeString(
        folder.resolve("other.py"),
        COMPONENTS.replace("transform(self, record,", "transform(self,"));
    Captured bad =
        Captured.run(
            folder,
            variables,
            "components",
            "check",
            "birds.yaml",
            "--components",
            "other.py",
            "--allow-python",
            "--json");
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.out()).contains("\"code\":\"signature\"", "\"line\":5", "\"manifest_line\":16");
    assertThat(asked).hasValue(0);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("components.py"));

    Captured refused = sync(Map.of(), "--allow-python");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("components.py", "--components FILE");
  }

  @Test
  @EnabledIfSystemProperty(
      named = "reference.python",
      matches = ".+",
      disabledReason = "needs -Dreference.python=/path/to/python with the reference package")
  void allowedPythonRunsAndItsHashIsKept() throws IOException {
    Map<String, String> variables =
        Map.of("GODWIT_COMPONENTS_PYTHON", System.getProperty("reference.python"));
    assertThat(sync(variables, "--allow-python").exitCode()).isZero();

    assertThat(folder.resolve("godwit.lock")).content().contains("\"components.py\": \"");
    try (var files = Files.walk(folder.resolve("out"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonl")))
          .anySatisfy(file -> assertThat(file).content().contains("101", "102"));
    }
  }
}
