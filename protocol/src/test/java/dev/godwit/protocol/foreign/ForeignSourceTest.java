package dev.godwit.protocol.foreign;

import static dev.godwit.protocol.foreign.Script.error;
import static dev.godwit.protocol.foreign.Script.row;
import static dev.godwit.protocol.foreign.Script.state;
import static dev.godwit.protocol.foreign.Script.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.Connection;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Sleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignSourceTest {
  @TempDir private Path folder;

  private final Shelf shelf = new Shelf();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<ConfigStore.Update> kept = Collections.synchronizedList(new ArrayList<>());

  private Source open(Script script) {
    return open(script, Duration.ZERO);
  }

  private Source open(Script script, Duration silence) {
    Log lines = (level, text) -> log.add(text);
    Surroundings world =
        new Surroundings(Clock.systemUTC(), Sleeper.real(), Map.of(), lines, kept::add);
    return new ForeignConnector("fake", script.program(lines), silence, world)
        .open(Map.of("pin", "swordfish"), world);
  }

  private SyncReport sync(Script script) {
    return sync(script, RetryPolicy.NONE);
  }

  private SyncReport sync(Script script, RetryPolicy retry) {
    try (Source source = open(script)) {
      return sync(source, retry);
    }
  }

  private SyncReport sync(Source source, RetryPolicy retry) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(ForeignSourceTest::appending).toList();
    Connection connection = new Connection("test", "fake", "shelf", new ConfiguredCatalog(streams));
    return new SyncRun(
            new Planner(connection, shelf, Instant.EPOCH).plan(Refresh.NONE),
            source,
            shelf,
            SyncListener.SILENT,
            new RunPolicy(retry, ShrinkPolicy.USUAL, Duration.ZERO),
            wait -> {})
        .run();
  }

  private static ConfiguredStream appending(Stream stream) {
    ConfiguredStream usual = ConfiguredStream.byDefault(stream);
    return new ConfiguredStream(
        stream, usual.syncMode(), WriteMode.APPEND, usual.cursorField(), usual.primaryKey());
  }

  private static @Nullable GodwitException errorOf(SyncReport report, String stream) {
    return report.streams().stream()
        .filter(each -> each.plan().name().name().equals(stream))
        .findFirst()
        .map(StreamReport::error)
        .orElse(null);
  }

  @Test
  void rowsAndStatesOfAllStreamsComeFromOneProcess() throws IOException {
    Script script =
        Script.reading(
            folder,
            "a line that is no message",
            status("users", "STARTED"),
            row("users", 1),
            status("orders", "STARTED"),
            row("orders", 10),
            row("users", 2),
            state("users", 2, 2),
            row("users", 3),
            state("users", 3, 1),
            status("users", "COMPLETE"),
            state("orders", 10, 1),
            status("orders", "COMPLETE"));

    SyncReport report = sync(script);

    assertThat(report.succeeded()).isTrue();
    assertThat(shelf.rows("users")).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
    assertThat(shelf.rows("orders")).containsExactly("{\"id\":10}");
    assertThat(shelf.state("users").value()).isEqualTo(Map.of("id", 3L));
    assertThat(script.commands()).filteredOn("read"::equals).hasSize(1);
    assertThat(log).contains("a line that is no message");
  }

  @Test
  void theNextSyncGoesOnFromTheStates() throws IOException {
    Script script =
        Script.reading(
            folder, row("users", 1), state("users", 1, 1), row("orders", 5), state("orders", 5, 1));
    sync(script);
    assertThat(script.wasGiven("state")).isFalse();
    script.lines(row("users", 2), state("users", 2, 1));

    assertThat(sync(script).succeeded()).isTrue();

    assertThat(script.given("state"))
        .contains("{\"stream_descriptor\":{\"name\":\"users\"},\"stream_state\":{\"id\":1}}")
        .contains("{\"stream_descriptor\":{\"name\":\"orders\"},\"stream_state\":{\"id\":5}}");
    assertThat(shelf.rows("users")).containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void theConnectorIsGivenItsConfigurationAndTheStreams() throws IOException {
    Script script = Script.reading(folder, row("users", 1));
    sync(script);
    assertThat(script.given("config")).isEqualTo("{\"pin\":\"swordfish\"}");
    assertThat(script.given("catalog"))
        .contains("\"name\":\"users\"", "\"sync_mode\":\"incremental\"")
        .contains("\"destination_sync_mode\":\"append\"", "\"generation_id\":0");
  }

  @Test
  void aFinalStateMayComeAfterTheEndOfItsStream() throws IOException {
    Script script =
        Script.reading(
            folder,
            row("users", 1),
            status("users", "COMPLETE"),
            status("orders", "COMPLETE"),
            state("users", 1, 1));
    assertThat(sync(script).succeeded()).isTrue();
    assertThat(shelf.state("users").value()).isEqualTo(Map.of("id", 1L));
  }

  @Test
  void rowsAfterTheLastStateLandWhenTheStreamIsComplete() throws IOException {
    Script script =
        Script.reading(
            folder,
            state("users", 1, 0),
            row("users", 2),
            status("users", "COMPLETE"),
            status("orders", "COMPLETE"));
    assertThat(sync(script).succeeded()).isTrue();
    assertThat(shelf.rows("users")).containsExactly("{\"id\":2}");
    assertThat(shelf.isComplete("users")).isTrue();
  }

  @Test
  void aConnectorThatCountsOtherwiseFailsTheStream() throws IOException {
    Script script =
        Script.reading(
            folder,
            row("users", 1),
            state("users", 1, 1),
            row("users", 2),
            state("users", 3, 2),
            status("users", "COMPLETE"));

    GodwitException error = errorOf(sync(script), "users");

    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo("connector.count-mismatch");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONTRACT);
    assertThat(shelf.rows("users")).as("what was counted right").containsExactly("{\"id\":1}");
  }

  @Test
  void aStreamThatFailsDoesNotStopTheOthers() throws IOException {
    Script script =
        Script.reading(
            folder,
            1,
            row("users", 1),
            state("users", 1, 1),
            row("users", 2),
            error("users", "transient_error", "The API is down."),
            status("users", "INCOMPLETE"),
            row("orders", 1),
            state("orders", 1, 1),
            status("orders", "COMPLETE"),
            error(null, "config_error", "During the sync, streams failed."));

    SyncReport report = sync(script);

    GodwitException error = Objects.requireNonNull(errorOf(report, "users"));
    assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
    assertThat(error).hasMessageContaining("The API is down.");
    assertThat(errorOf(report, "orders")).isNull();
    assertThat(shelf.rows("users")).containsExactly("{\"id\":1}");
    assertThat(shelf.rows("orders")).containsExactly("{\"id\":1}");
  }

  @Test
  void aProgramThatDiesFailsWhatWasNotComplete() throws IOException {
    Script script =
        Script.reading(
            folder, 3, row("users", 1), status("users", "COMPLETE"), row("orders", 1), "Boom!");
    SyncReport report = sync(script);
    assertThat(errorOf(report, "users")).isNull();
    GodwitException error = Objects.requireNonNull(errorOf(report, "orders"));
    assertThat(error.code()).isEqualTo("connector.exit");
    assertThat(error.describe()).contains("exit code 3", "Boom!");
  }

  @Test
  void aConnectorWithoutStatusesIsDoneWhenItEndsWell() throws IOException {
    Script script = Script.reading(folder, row("users", 1));
    assertThat(sync(script).succeeded()).isTrue();
    assertThat(shelf.isComplete("orders")).isTrue();
  }

  @Test
  void aStreamIsNotTakenForCompleteWhereOthersSaySo() throws IOException {
    Script script = Script.reading(folder, row("users", 1), status("users", "COMPLETE"));
    SyncReport report = sync(script);
    assertThat(errorOf(report, "users")).isNull();
    assertThat(Objects.requireNonNull(errorOf(report, "orders")).code())
        .isEqualTo("connector.stream-incomplete");
  }

  @Test
  void streamsThatFailedTogetherAreTriedAgainByOneProcess() throws IOException {
    Script script =
        new Script(
            folder,
            """
            case $command in
              spec) echo '%s' ;;
              discover) echo '%s' ;;
              read)
                if [ -e "$here/second" ]; then
                  echo '%s'; echo '%s'; echo '%s'
                else
                  touch "$here/second"
                  echo '%s'; echo '%s'; echo '%s'
                  exit 1
                fi ;;
            esac
            """
                .formatted(
                    Script.SPEC,
                    Script.CATALOG,
                    row("users", 2),
                    row("orders", 1),
                    state("orders", 1, 1),
                    row("users", 1),
                    state("users", 1, 1),
                    row("orders", 1)));

    SyncReport report = sync(script, RetryPolicy.PATIENT);

    assertThat(report.succeeded()).isTrue();
    assertThat(script.commands()).filteredOn("read"::equals).hasSize(2);
    assertThat(script.given("state")).contains("{\"id\":1}").doesNotContain("orders");
    assertThat(shelf.rows("users")).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(shelf.rows("orders")).containsExactly("{\"id\":1}");
  }

  @Test
  void rowsOfAStreamThatNobodyAskedForFailTheRun() throws IOException {
    Script script = Script.reading(folder, row("others", 1));
    assertThat(Objects.requireNonNull(errorOf(sync(script), "users")).code())
        .isEqualTo("connector.unknown-stream");
  }

  @Test
  void aChangedConfigurationIsKept() throws IOException {
    Script script =
        Script.reading(
            folder,
            "{\"type\":\"CONTROL\",\"control\":{\"type\":\"CONNECTOR_CONFIG\",\"emitted_at\":1.0,"
                + "\"connectorConfig\":{\"config\":{\"pin\":\"marlin99\"}}}}",
            row("users", 1));
    sync(script);
    assertThat(kept)
        .singleElement()
        .satisfies(update -> {
          assertThat(update.before()).isEqualTo(Map.of("pin", "swordfish"));
          assertThat(update.after()).isEqualTo(Map.of("pin", "marlin99"));
        });
  }

  @Test
  void aProgramThatSaysNothingIsEnded() throws IOException {
    Script script =
        new Script(
            folder,
            """
            case $command in
              spec) echo '%s' ;;
              check) exec sleep 1000 ;;
            esac
            """
                .formatted(Script.SPEC));
    try (Source source = open(script, Duration.ofMillis(400))) {
      assertThatThrownBy(source::check)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("connector.silent"));
    }
  }

  @Test
  void secretsAreInNoLogAndNoError() throws IOException {
    Script script =
        new Script(
            folder,
            """
            case $command in
              spec) echo '%s' ;;
              discover)
                echo "cannot log in with swordfish"
                echo "swordfish was refused" >&2
                echo '%s'
                exit 1 ;;
            esac
            """
                .formatted(Script.SPEC, error(null, "config_error", "pin swordfish is wrong")));
    try (Source source = open(script)) {
      assertThatThrownBy(source::discover)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
                assertThat(error.describe()).contains("pin **** is wrong");
                assertThat(error.describe()).doesNotContain("swordfish");
              });
    }
    assertThat(log).contains("cannot log in with ****").noneMatch(line -> line.contains("swordf"));
  }

  @Test
  void aFailedCheckIsAnAnswer() throws IOException {
    Script script =
        new Script(
            folder,
            """
            case $command in
              spec) echo '%s' ;;
              check)
                echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"FAILED","message":"no"}}'
                ;;
            esac
            """
                .formatted(Script.SPEC));
    try (Source source = open(script)) {
      assertThat(source.check().problem()).isEqualTo("no");
    }
  }

  @Test
  void aProgramWithoutAnAnswerIsAnError() throws IOException {
    Script script =
        new Script(folder, "case $command in spec) echo '" + Script.SPEC + "' ;; esac\n");
    try (Source source = open(script)) {
      assertThatThrownBy(source::discover)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("connector.no-answer"));
    }
  }
}
