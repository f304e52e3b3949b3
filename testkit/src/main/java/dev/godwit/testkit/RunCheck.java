package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What has to hold while a run goes on, and for several streams at once.
@FunctionalInterface
interface RunCheck {
  List<WriteMode> MODES =
      List.of(
          WriteMode.APPEND, WriteMode.OVERWRITE, WriteMode.APPEND_DEDUP, WriteMode.OVERWRITE_DEDUP);

  void run(TestedDestination tested) throws InterruptedException;

  /// All checks by title.
  ///
  /// @param offered the modes of the destination
  static Map<String, RunCheck> all(Set<WriteMode> offered) {
    Map<String, RunCheck> checks = new LinkedHashMap<>();
    for (WriteMode mode : MODES.stream().filter(offered::contains).toList()) {
      String suffix = ", " + mode.wireName();
      checks.put(
          mode.replacesAll()
              ? "readers see the old rows until a replacement is complete" + suffix
              : "readers see each commit" + suffix,
          tested -> seenDuringARun(tested, mode));
      checks.put("an abort leaves rows and state as they were" + suffix, t -> aborted(t, mode));
      checks.put("counts that differ store nothing" + suffix, t -> miscounted(t, mode));
    }
    checks.put(
        "streams stay apart",
        tested ->
            streamsStayApart(
                tested,
                offered.contains(WriteMode.APPEND_DEDUP)
                    ? WriteMode.APPEND_DEDUP
                    : WriteMode.APPEND));
    return checks;
  }

  private static void seenDuringARun(TestedDestination tested, WriteMode mode) {
    List<List<String>> seen = new ArrayList<>();
    try (Destination destination = tested.open()) {
      requireSuccess(Syncing.run(source(1, Items.slice("1a")), destination, mode));
      ScriptedSource second = source(2, Items.slice("2b"), Items.slice("3c"));
      requireSuccess(
          Syncing.prepare(
                  second,
                  destination,
                  mode,
                  event -> {
                    if (event instanceof SyncEvent.Committed) {
                      seen.add(Items.landed(tested, Items.NAME));
                    }
                  })
              .run());
    }
    List<String> old = List.of("1a");
    assertEquals(
        mode.replacesAll()
            ? List.of(old, old, List.of("2b", "3c"))
            : List.of(List.of("1a", "2b"), List.of("1a", "2b", "3c"), List.of("1a", "2b", "3c")),
        seen);
  }

  private static void aborted(TestedDestination tested, WriteMode mode)
      throws InterruptedException {
    try (Destination destination = tested.open()) {
      requireSuccess(Syncing.run(source(1, Items.slice("1a")), destination, mode));
      try (StreamWriter writer = destination.open(plan(destination, mode))) {
        writer.append(rows(7));
        writer.abort();
      }
    }
    requireUntouched(tested);
  }

  private static void miscounted(TestedDestination tested, WriteMode mode)
      throws InterruptedException {
    try (Destination destination = tested.open()) {
      if (destination.delivery() != Delivery.EXACTLY_ONCE) {
        return;
      }
      requireSuccess(Syncing.run(source(1, Items.slice("1a")), destination, mode));
      try (StreamWriter writer = destination.open(plan(destination, mode))) {
        JsonRows rows = rows(7);
        writer.append(rows);
        Checkpoint wrong =
            new Checkpoint(
                Items.NAME,
                null,
                List.of(rows.slice()),
                2,
                Checkpoint.Extent.COMPLETE,
                ShrinkPolicy.USUAL);
        GodwitException refused = assertThrows(GodwitException.class, () -> writer.commit(wrong));
        assertEquals("sync.count-mismatch", refused.code());
      }
    }
    requireUntouched(tested);
  }

  /// Four streams side by side: one of them fails, two differ by namespace only.
  private static void streamsStayApart(TestedDestination tested, WriteMode mode) {
    StreamName other = new StreamName("other", "items");
    List<ScriptedStream> streams =
        List.of(
            ScriptedStream.of(Items.STREAM, Items.slice("1a"), Items.slice("2b")),
            ScriptedStream.of(Items.stream(other), Items.slice("1x"), Items.slice("2y")),
            ScriptedStream.of(
                Items.stream(StreamName.of("failing")),
                Items.slice("1f"),
                Items.slice("2f").failing()),
            ScriptedStream.of(Items.stream(StreamName.of("empty"))));
    try (Destination destination = tested.open()) {
      SyncReport report = Syncing.run(new ScriptedSource(4, streams), destination, mode);
      assertEquals(
          List.of(true, true, false, true),
          report.streams().stream().map(StreamReport::succeeded).toList());
    }
    assertEquals(List.of("1a", "2b"), Items.landed(tested, Items.NAME));
    assertEquals(List.of("1x", "2y"), Items.landed(tested, other));
    assertEquals(List.of("1f"), Items.landed(tested, StreamName.of("failing")));
    assertEquals(List.of(), Items.landed(tested, StreamName.of("empty")));
  }

  private static ScriptedSource source(long reading, ScriptedSlice... slices) {
    return new ScriptedSource(1, List.of(ScriptedStream.of(Items.STREAM, slices).reading(reading)));
  }

  private static StreamPlan plan(Destination destination, WriteMode mode) {
    return Syncing.plan(List.of(Syncing.configured(Items.STREAM, mode)), destination)
        .streams()
        .getFirst();
  }

  /// One row in a slice of its own.
  private static JsonRows rows(long slice) throws InterruptedException {
    Slice own = new Slice(Items.NAME, slice, Map.of(), Map.of(), Map.of());
    return Objects.requireNonNull(Items.slice("9z").next(own, 0));
  }

  private static void requireSuccess(SyncReport report) {
    assertTrue(report.succeeded(), report::toString);
  }

  private static void requireUntouched(TestedDestination tested) {
    assertEquals(List.of("1a"), Items.landed(tested, Items.NAME));
    try (Destination destination = tested.open()) {
      assertEquals("1.1", ScriptedReader.describe(destination.stored(Items.NAME).state()));
    }
  }
}
