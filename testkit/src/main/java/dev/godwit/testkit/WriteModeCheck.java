package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.testkit.WriteModeCase.Ending;
import dev.godwit.testkit.WriteModeCase.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Plays a case and compares table and state.
record WriteModeCheck(TestedDestination tested, WriteModeCase expected) {
  void run() {
    expected.runs().forEach(this::play);
    RowDifference.requireNone(expected.rows(), Items.landed(tested, Items.NAME), "after all runs");
    assertEquals(expected.state(), state(), "the state");
  }

  private void play(Run run) {
    AtomicReference<Runnable> cancel = new AtomicReference<>();
    CountDownLatch commitsToCome = new CountDownLatch(Math.max(0, run.slices().size() - 1));
    ScriptedSource source = new ScriptedSource(1, List.of(script(run, commitsToCome, cancel)));
    try (Destination destination = tested.open()) {
      SyncRun sync =
          Syncing.prepare(
              source,
              destination,
              mode(run),
              event -> {
                if (event instanceof SyncEvent.Committed) {
                  commitsToCome.countDown();
                }
              });
      cancel.set(sync::cancel);
      SyncReport report = sync.run();
      assertEquals(run.ending() == Ending.WELL, report.succeeded(), () -> report.toString());
    }
  }

  private WriteMode mode(Run run) {
    boolean needsRows = expected.mode().changesOnly() && run.equals(expected.runs().getFirst());
    return needsRows ? WriteMode.APPEND_DEDUP : expected.mode();
  }

  private static ScriptedStream script(
      Run run, CountDownLatch commitsToCome, AtomicReference<Runnable> cancel) {
    List<ScriptedSlice> slices = new ArrayList<>();
    run.slices().forEach(rows -> slices.add(Items.slice(rows)));
    if (run.ending() != Ending.WELL) {
      ScriptedSlice last = slices.removeLast();
      slices.add(
          run.ending() == Ending.FAILED
              ? last.failing()
              : last.then(() -> {
                commitsToCome.await();
                cancel.get().run();
                untilInterrupted();
              }));
    }
    return new ScriptedStream(Items.STREAM, run.reading(), slices, run.stateful());
  }

  private static void untilInterrupted() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private String state() {
    try (Destination destination = tested.open()) {
      return ScriptedReader.describe(destination.stored(Items.NAME).state());
    }
  }
}
