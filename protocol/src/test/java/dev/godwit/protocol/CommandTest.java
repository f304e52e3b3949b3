package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
  @TempDir Path folder;
  private Console console = new Console(Path.of(""));

  @BeforeEach
  void freshConsole() {
    console = new Console(folder);
  }

  private Object failureType() {
    return String.valueOf(console.only("TRACE").at("trace", "error", "failure_type"));
  }

  private String errorMessage() {
    return String.valueOf(console.only("TRACE").at("trace", "error", "message"));
  }

  @Test
  void specPrintsTheSpecAndNothingElse() {
    assertThat(console.run("spec")).isZero();
    assertThat(console.printed()).hasSize(1);
    Printed spec = console.only("SPEC");
    assertThat(spec.at("spec", "connectionSpecification"))
        .isEqualTo(Map.of("type", "object", "required", List.of("mood")));
    assertThat(spec.at("spec", "documentationUrl")).isEqualTo("https://shop.example/docs");
    assertThat(spec.has("spec", "advanced_auth")).isFalse();
  }

  @Test
  void aCheckThatSucceedsSaysSo() {
    assertThat(console.run("check", "--config", console.config("good"))).isZero();
    assertThat(console.only("CONNECTION_STATUS").at("connectionStatus"))
        .isEqualTo(Map.of("status", "SUCCEEDED"));
  }

  @Test
  void aProblemThatACheckFindsIsAnAnswerAndNoFailure() {
    assertThat(console.run("check", "--config", console.config("closed"))).isZero();
    assertThat(console.only("CONNECTION_STATUS").at("connectionStatus"))
        .isEqualTo(Map.of("status", "FAILED", "message", "The shop is closed."));
  }

  @Test
  void aConfigurationThatDoesNotFitIsAnAnswerToo() {
    assertThat(console.run("check", "--config", console.file("config.json", "{}"))).isZero();
    assertThat(console.only("CONNECTION_STATUS").at("connectionStatus", "message"))
        .isEqualTo("mood is missing");
  }

  @Test
  void aCheckThatCannotReachTheSourceFails() {
    assertThat(console.run("check", "--config", console.config("stormy"))).isEqualTo(1);
    assertThat(failureType()).isEqualTo("transient_error");
  }

  @Test
  void discoverPrintsTheCatalogue() {
    assertThat(console.run("discover", "--config", console.config("good"))).isZero();
    assertThat(console.only("CATALOG").at("catalog", "streams"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3)
        .first()
        .isEqualTo(
            Map.of(
                "name",
                "orders",
                "json_schema",
                Map.of("type", "object"),
                "supported_sync_modes",
                List.of("full_refresh", "incremental"),
                "source_defined_cursor",
                true,
                "default_cursor_field",
                List.of("id"),
                "source_defined_primary_key",
                List.of(List.of("id")),
                "is_resumable",
                true,
                "is_file_based",
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "discover"})
  void aDefectIsTracedAsASystemError(String command) {
    assertThat(console.run(command, "--config", console.config("mad"))).isEqualTo(1);
    assertThat(failureType()).isEqualTo("system_error");
    assertThat(errorMessage()).contains("a defect");
  }

  @Test
  void aChangedConfigurationIsHandedBackBeforeAnythingElse() {
    console.run("check", "--config", console.config("new"));
    assertThat(console.printed().stream().map(Printed::type).toList())
        .containsExactly("CONTROL", "LOG", "LOG", "CONNECTION_STATUS");
    assertThat(console.only("CONTROL").at("control"))
        .isEqualTo(
            Map.of(
                "type",
                "CONNECTOR_CONFIG",
                "emitted_at",
                1717200000000.0,
                "connectorConfig",
                Map.of("config", Map.of("mood", "good"))));
  }

  @Test
  void logLinesAreMessages() {
    console.run("check", "--config", console.config("good"));
    assertThat(console.printed("LOG"))
        .extracting(line -> line.at("log"))
        .containsExactly(
            Map.of("level", "INFO", "message", "Welcome."),
            Map.of("level", "INFO", "message", "Check succeeded"));
  }

  @Test
  void debugLinesArePrintedOnDemand() {
    console.run("check", "--debug", "--config", console.config("good"));
    assertThat(console.only("DEBUG").message())
        .isEqualTo(Map.of("type", "DEBUG", "message", "The shop opens.", "data", Map.of()));
  }

  @Test
  void aPlatformThatWantsDebugLinesGetsThemAsMessages() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ConnectorCommand(new Shops(), Map.of("LOG_LEVEL", "debug"), out)
        .run(List.of("check", "--manifest-path", "x", "--config", console.config("good")));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "{\"type\":\"LOG\",\"log\":{\"level\":\"DEBUG\",\"message\":\"The shop opens.\"}}");
  }

  @Test
  void whatEndsACommandIsLoggedAsFatalBeforeItIsTraced() {
    console.run("discover", "--config", console.config("stormy"));
    assertThat(console.printed()).extracting(Printed::word).endsWith("LOG", "ERROR");
    assertThat(console.printed("LOG").getLast().at("log", "level")).isEqualTo("FATAL");
  }

  @Test
  void aConfigurationMayHoldTheManifest() {
    String config =
        console.file(
            "config.json",
            "{\"mood\": \"good\", \"__injected_declarative_manifest\": {\"version\": \"6.0.0\"}}");
    assertThat(console.runExactly(List.of("check", "--config", config))).isZero();
    assertThat(console.only("CONNECTION_STATUS").at("connectionStatus", "status"))
        .isEqualTo("SUCCEEDED");
    assertThat(console.shops().parsed())
        .isEqualTo("__injected_declarative_manifest: {\"version\":\"6.0.0\"}");
  }

  @Test
  void withoutAManifestThereIsNoSource() {
    String config = console.config("good");
    assertThat(console.runExactly(List.of("discover", "--config", config))).isEqualTo(1);
    assertThat(errorMessage()).contains("no manifest", "__injected_declarative_manifest");
  }

  @Test
  void withoutAManifestTheSpecAsksForOne() {
    assertThat(console.runExactly(List.of("spec"))).isZero();
    assertThat(console.only("SPEC").at("spec", "connectionSpecification", "required"))
        .isEqualTo(List.of("__injected_declarative_manifest"));
  }

  @Test
  void theFileOfPythonComponentsGoesToWhoeverReadsTheManifest() {
    assertThat(
            console.run("check", "--config", console.config("good"), "--components-path", "own.py"))
        .isZero();
    assertThat(console.shops().components()).isEqualTo(Path.of("own.py"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "discover", "read"})
  void aMissingConfigurationIsWrongUsage(String command) {
    assertThat(console.run(command)).isEqualTo(2);
    assertThat(failureType()).isEqualTo("config_error");
    assertThat(errorMessage()).contains(command + " needs --", "usage:");
  }

  @Test
  void aFileThatDoesNotExistFailsTheCommand() {
    String missing = folder.resolve("missing.json").toString();
    assertThat(console.run("check", "--config", missing)).isEqualTo(1);
    assertThat(errorMessage()).contains(missing, "does not exist");
  }

  @Test
  void aFolderInPlaceOfAFileFailsTheCommand() {
    assertThat(console.run("check", "--config", folder.toString())).isEqualTo(1);
    assertThat(errorMessage()).contains(folder.toString(), "cannot be read");
  }

  @Test
  void aFileThatIsNoJsonFailsTheCommand() {
    String bad = console.file("config.json", "{\"mood\":");
    assertThat(console.run("check", "--config", bad)).isEqualTo(1);
    assertThat(errorMessage()).contains(bad, "not JSON");
  }

  @Test
  void aConfigurationThatIsNoObjectFailsTheCommand() {
    assertThat(console.run("check", "--config", console.file("config.json", "[1]"))).isEqualTo(1);
    assertThat(errorMessage()).contains("must hold a JSON object");
  }

  @Test
  void errorsWithoutAConnectorAreMessagesToo() {
    assertThat(console.runExactly(List.of("fly"))).isEqualTo(2);
    assertThat(errorMessage()).contains("unknown command 'fly'");
  }

  @Test
  void aBadClockIsAnError() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new ConnectorCommand(new Shops(), Map.of("GODWIT_NOW", "soon"), out)
            .run(List.of("spec", "--manifest-path", "x"));
    assertThat(code).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("clock.bad-now");
  }
}
