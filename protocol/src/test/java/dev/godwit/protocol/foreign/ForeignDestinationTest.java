package dev.godwit.protocol.foreign;

import static dev.godwit.protocol.foreign.Script.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Sleeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignDestinationTest {
  private static final StreamName USERS = StreamName.of("users");

  /// Keeps what it is sent and sends states back.
  private static final String FAITHFUL =
      "write) tee \"$here/sent\" | grep --line-buffered '\"type\":\"STATE\"'; exit 0 ;;";

  @TempDir private Path folder;

  private final Remembered memory = new Remembered();
  private final List<Long> landed = new ArrayList<>();
  private long slices;

  private Destination open(String writing) throws IOException {
    Script script =
        new Script(
            folder,
            """
            case $command in
              spec) echo '%s' ;;
              %s
            esac
            """
                .formatted(Script.SPEC, writing));
    Surroundings world = new Surroundings(Clock.systemUTC(), Sleeper.real(), Map.of(), Log.NONE);
    return new ForeignConnector("fake", script.program(Log.NONE), Duration.ZERO, world)
        .destination(Map.of(), world, memory);
  }

  private static StreamPlan plan(WriteMode mode, Generation generation) {
    Stream stream =
        new Stream(
            USERS,
            Map.of("type", "object", "properties", Map.of("id", Map.of("type", "integer"))),
            Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
            true,
            List.of("id"),
            List.of(List.of("id")),
            true,
            false);
    ConfiguredStream configured =
        new ConfiguredStream(
            stream, SyncMode.INCREMENTAL, mode, List.of("id"), List.of(List.of("id")));
    return new StreamPlan(configured, generation, null);
  }

  private static StreamPlan appending() {
    return plan(WriteMode.APPEND, Generation.keeping(3));
  }

  private Slice append(StreamWriter writer, int... ids) {
    Slice slice = new Slice(USERS, slices++, Map.of(), Map.of(), Map.of());
    StringBuilder page = new StringBuilder();
    JsonRows.Builder rows = new JsonRows.Builder();
    for (int id : ids) {
      int start = page.length();
      page.append("{\"id\":").append(id).append('}');
      rows.add(start, page.length());
    }
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    writer.append(Objects.requireNonNull(rows.build(slice, bytes, 7)));
    return slice;
  }

  private void commit(StreamWriter writer, Extent extent, int state, long rows, Slice... slices) {
    StreamState reached = new StreamState(USERS, Map.of("id", state));
    writer.commit(
        new Checkpoint(USERS, reached, List.of(slices), rows, extent, ShrinkPolicy.USUAL),
        landing -> landed.add(landing.rows()));
  }

  private List<String> sent() throws IOException {
    return Files.readAllLines(folder.resolve("sent"));
  }

  private static void assertFails(String code, ErrorKind kind, ThrowingCallable work) {
    Assertions.assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.kind()).isEqualTo(kind);
            });
  }

  @Test
  void rowsAndStatesGoToTheProgramInOrder() throws IOException {
    try (Destination destination = open(FAITHFUL);
        StreamWriter writer = destination.open(appending())) {
      commit(writer, Extent.PARTIAL, 2, 2, append(writer, 1, 2));
      commit(writer, Extent.COMPLETE, 3, 1, append(writer, 3));
    }
    assertThat(landed).containsExactly(2L, 1L);
    assertThat(sent())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"data\":{\"id\":1}", "\"emitted_at\":7"),
            line -> assertThat(line).contains("\"data\":{\"id\":2}"),
            line -> assertThat(line).contains("\"stream_state\":{\"id\":2}", "\"recordCount\":2.0"),
            line -> assertThat(line).contains("\"data\":{\"id\":3}"),
            line -> assertThat(line).contains("\"stream_state\":{\"id\":3}", "\"recordCount\":1.0"),
            line -> assertThat(line).contains("STREAM_STATUS", "\"status\":\"COMPLETE\""));
    assertThat(memory.stored(USERS).state()).isEqualTo(new StreamState(USERS, Map.of("id", 3)));
    assertThat(memory.stored(USERS).generation()).isEqualTo(3);
  }

  @Test
  void aStateCountsOnlyWhenItWasSentBack() throws IOException {
    String forgetful = "write) head -n 1 > /dev/null; cat > /dev/null; exit 0 ;;";
    try (Destination destination = open(forgetful);
        StreamWriter writer = destination.open(appending())) {
      Slice slice = append(writer, 1);
      assertFails(
          "connector.state-lost",
          ErrorKind.CONTRACT,
          () -> commit(writer, Extent.COMPLETE, 1, 1, slice));
    }
    assertThat(landed).isEmpty();
    assertThat(memory.kept()).isEmpty();
  }

  @Test
  void theLastStateStandsForThoseBeforeItAndMayComeTwice() throws IOException {
    String terse =
        "write) last=$(grep '\"type\":\"STATE\"' | tail -n 1); echo \"$last\"; echo \"$last\" ;;";
    try (Destination destination = open(terse);
        StreamWriter writer = destination.open(appending())) {
      commit(writer, Extent.PARTIAL, 1, 1, append(writer, 1));
      commit(writer, Extent.PARTIAL, 2, 1, append(writer, 2));
      commit(writer, Extent.COMPLETE, 3, 1, append(writer, 3));
    }
    assertThat(landed).containsExactly(1L, 1L, 1L);
    assertThat(memory.stored(USERS).state()).isEqualTo(new StreamState(USERS, Map.of("id", 3)));
  }

  @Test
  void aProgramThatFailsIsToldByItsError() throws IOException {
    String failing =
        "write) head -n 1 > /dev/null; echo '%s'; exit 1 ;;"
            .formatted(error(null, "config_error", "The disk is full."));
    try (Destination destination = open(failing);
        StreamWriter writer = destination.open(appending())) {
      Slice slice = append(writer, 1);
      assertFails(
          "connector.failed", ErrorKind.CONFIG, () -> commit(writer, Extent.COMPLETE, 1, 1, slice));
    }
    assertThat(memory.kept()).isEmpty();
  }

  @Test
  void whatLandedBeforeAFailureStays() throws IOException {
    String halfway = "write) head -n 2 | grep STATE; cat > /dev/null; exit 7 ;;";
    try (Destination destination = open(halfway);
        StreamWriter writer = destination.open(appending())) {
      commit(writer, Extent.PARTIAL, 1, 1, append(writer, 1));
      Slice slice = append(writer, 2);
      assertFails(
          "connector.exit", ErrorKind.SYSTEM, () -> commit(writer, Extent.COMPLETE, 2, 1, slice));
    }
    assertThat(landed).containsExactly(1L);
    assertThat(memory.stored(USERS).state()).isEqualTo(new StreamState(USERS, Map.of("id", 1)));
  }

  @Test
  void aProgramThatCountsOtherwiseFailsTheStream() throws IOException {
    String miscounting =
        "write) grep --line-buffered '\"type\":\"STATE\"' | sed -u"
            + " 's/\"sourceStats\"/\"destinationStats\":{\"recordCount\":5.0},&/'; exit 0 ;;";
    try (Destination destination = open(miscounting);
        StreamWriter writer = destination.open(appending())) {
      Slice slice = append(writer, 1);
      assertFails(
          "connector.count-mismatch",
          ErrorKind.CONTRACT,
          () -> commit(writer, Extent.COMPLETE, 1, 1, slice));
    }
    assertThat(landed).isEmpty();
  }

  @Test
  void anInterruptedStreamIsSaidToBeIncomplete() throws IOException {
    try (Destination destination = open(FAITHFUL);
        StreamWriter writer = destination.open(appending())) {
      commit(writer, Extent.PARTIAL, 1, 1, append(writer, 1));
      writer.abort();
    }
    assertThat(sent()).last().asString().contains("\"status\":\"INCOMPLETE\"");
    assertThat(landed).containsExactly(1L);
  }

  @Test
  void aReplacementThatIsNotCompleteIsNeverSaidToBeOver() throws IOException {
    try (Destination destination = open(FAITHFUL);
        StreamWriter writer =
            destination.open(plan(WriteMode.OVERWRITE, Generation.replacing(4)))) {
      append(writer, 1);
      writer.abort();
    }
    assertThat(Files.exists(folder.resolve("sent")) ? sent() : List.of())
        .noneMatch(line -> line.contains("STREAM_STATUS"));
    assertThat(memory.kept()).isEmpty();
  }

  @Test
  void theProgramSaysHowItCanWrite() throws IOException {
    try (Destination destination = open(FAITHFUL)) {
      assertThat(destination.writeModes())
          .containsExactlyInAnyOrder(
              WriteMode.APPEND,
              WriteMode.OVERWRITE,
              WriteMode.APPEND_DEDUP,
              WriteMode.OVERWRITE_DEDUP);
    }
  }

  @Test
  void aStreamIsClearedByReplacingItsRowsByNone() throws IOException {
    try (Destination destination = open(FAITHFUL)) {
      try (StreamWriter writer = destination.open(appending())) {
        commit(writer, Extent.COMPLETE, 1, 1, append(writer, 1));
      }
      destination.clear(USERS);
    }
    assertThat(sent()).singleElement().asString().contains("COMPLETE");
    assertThat(Files.readString(folder.resolve("catalog.json")))
        .contains("\"destination_sync_mode\":\"overwrite\"", "\"minimum_generation_id\":4");
    assertThat(memory.stored(USERS).state()).isNull();
    assertThat(memory.stored(USERS).generation()).isEqualTo(4);
  }
}
