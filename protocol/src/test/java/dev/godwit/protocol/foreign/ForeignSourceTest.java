package dev.godwit.protocol.foreign;

import static dev.godwit.protocol.foreign.Script.row;
import static dev.godwit.protocol.foreign.Script.state;
import static dev.godwit.protocol.foreign.Script.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.sync.SyncReport;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignSourceTest extends ForeignReading {
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
  void aConnectorWithoutStatusesIsDoneWhenItEndsWell() throws IOException {
    Script script = Script.reading(folder, row("users", 1));
    assertThat(sync(script).succeeded()).isTrue();
    assertThat(shelf.isComplete("orders")).isTrue();
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
}
