package dev.godwit.protocol.foreign;

import static dev.godwit.protocol.foreign.Script.error;
import static dev.godwit.protocol.foreign.Script.row;
import static dev.godwit.protocol.foreign.Script.state;
import static dev.godwit.protocol.foreign.Script.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Source;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.SyncReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Programs that do not do what they should.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignFailuresTest extends ForeignReading {
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
  void anErrorFailsStreamsThatWereNotDeclaredCompleteAlthoughTheProgramEndsWell()
      throws IOException {
    Script script =
        Script.reading(folder, row("users", 1), error(null, "system_error", "The API went home."));

    GodwitException error = errorOf(sync(script), "users");

    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo("connector.failed");
    assertThat(error.message()).contains("The API went home.");
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
