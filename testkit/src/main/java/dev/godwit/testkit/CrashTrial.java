package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.sync.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Kills processes that write the second reading of {@link CrashStream} over its first one, each
/// over a copy of its own, and looks at what they leave.
///
/// @param before the folder that holds the first reading
record CrashTrial(Class<? extends TestedDestination> type, Path before, CrashMode mode) {
  private static final long SEED = 20240601;

  /// Lets a destination hold the first reading.
  static CrashTrial prepare(Class<? extends TestedDestination> type, Path before, CrashMode mode) {
    CrashTrial trial = new CrashTrial(type, before, mode);
    try (Destination destination = CrashedSync.create(type, before).open()) {
      CrashMode first = mode.first();
      requireSuccess(
          Syncing.run(CrashStream.source(1, mode), destination, first.mode(), first.refresh()));
    }
    return trial;
  }

  /// Instants at which to kill, spread at random over the time that a process takes when it is let
  /// alone; the same share of it every time.
  ///
  /// @return nanoseconds after the sync has begun
  List<Long> instants(int count) throws IOException, InterruptedException {
    Process undisturbed = start(copy("undisturbed"), List.of());
    long begun = System.nanoTime();
    assertEquals(0, undisturbed.waitFor(), "a sync that nobody kills ends well");
    long whole = System.nanoTime() - begun;
    Random random = new Random(SEED + mode.title().hashCode());
    return random.doubles(count).mapToObj(share -> (long) (share * whole)).toList();
  }

  /// Kills a process after some time.
  ///
  /// @return whether the process was still at work
  boolean killAfter(long nanos) throws IOException, InterruptedException {
    Path folder = copy("killed-after-" + nanos);
    Process process = start(folder, List.of());
    boolean ended = process.waitFor(nanos, TimeUnit.NANOSECONDS);
    process.destroyForcibly().waitFor();
    requireNothingLost(folder, "killed after %,d µs".formatted(nanos / 1000));
    return !ended;
  }

  /// The steps at which a process can die.
  List<String> steps() {
    return CrashedSync.create(type, before).commitSteps(mode.likeness());
  }

  /// Lets a process die at a step.
  ///
  /// @return whether it came to that step so often
  boolean dieAt(CrashedSync.Step step) throws IOException, InterruptedException {
    Path folder = copy("died-at-" + step.step() + step.occurrence());
    int status = start(folder, List.of(step)).waitFor();
    requireNothingLost(folder, "died at " + step);
    return status == TestedDestination.DIED;
  }

  private Process start(Path folder, List<CrashedSync.Step> steps) throws IOException {
    Process process = CrashedSync.start(type, folder, mode, steps);
    assertEquals(CrashedSync.BEGINS, process.inputReader().readLine());
    return process;
  }

  private Path copy(String name) throws IOException {
    Path copy = before.resolveSibling(mode.title() + "-" + name);
    try (Stream<Path> files = Files.walk(before)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(before.relativize(file).toString()));
      }
    }
    return copy;
  }

  /// Compares table and state as the process has left them, then goes on to the end and compares
  /// them again.
  private void requireNothingLost(Path folder, String when) {
    TestedDestination tested = CrashedSync.create(type, folder);
    try (Destination destination = tested.open()) {
      Collection<Long> finished =
          ScriptedReader.finishedIn(destination.stored(CrashStream.NAME).state(), 2);
      List<String> left = CrashStream.landed(tested);
      assertFalse(left.isEmpty(), () -> when + ": a table that had rows has none");
      if (destination.delivery() == Delivery.EXACTLY_ONCE) {
        List<String> expected = CrashStream.expected(mode, finished);
        RowDifference.requireNone(expected, left, "%s, with state %s:".formatted(when, finished));
      }
      requireSuccess(
          Syncing.run(CrashStream.source(2, mode), destination, mode.mode(), mode.refresh()));
      requireComplete(destination, tested, when);
    }
  }

  private void requireComplete(Destination destination, TestedDestination tested, String when) {
    List<Long> all = LongStream.range(0, CrashStream.SLICES).boxed().toList();
    assertEquals(
        all,
        new ArrayList<>(ScriptedReader.finishedIn(destination.stored(CrashStream.NAME).state(), 2)),
        when);
    List<String> expected = CrashStream.expected(mode, all);
    List<String> landed = CrashStream.landed(tested);
    if (destination.delivery() == Delivery.EXACTLY_ONCE) {
      RowDifference.requireNone(expected, landed, when + ", in the end");
    } else {
      assertTrue(landed.containsAll(expected), () -> when + ": rows are lost");
    }
  }

  private static void requireSuccess(SyncReport report) {
    assertTrue(report.succeeded(), report::toString);
  }
}
