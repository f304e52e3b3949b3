package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.testkit.CrashedSync.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a destination has to do when its process dies: whoever writes one extends this class beside
/// {@link DestinationConformance}.
///
/// Processes are killed 40 times at random instants, or as often as `-Dcrashes=200` says, and in
/// the first, a middle and the last commit at each step that the destination knows. After each
/// death another process looks at table and state, goes on to the end, and compares the table with
/// the source, row by row.
public abstract class CrashConformance {
  private static final List<WriteMode> MODES = RunCheck.MODES;

  @TempDir Path folder;

  /// The destination's class, which has a constructor with one parameter, the `Path` of its folder.
  protected abstract Class<? extends TestedDestination> type();

  /// Killed from outside.
  @TestFactory
  final Stream<DynamicTest> aProcessMayBeKilledAtAnyInstant() {
    int all = Integer.getInteger("crashes", 40);
    return IntStream.range(0, MODES.size())
        .mapToObj(i -> {
          int count = all * (i + 1) / MODES.size() - all * i / MODES.size();
          String title = "%d times, %s".formatted(count, MODES.get(i).wireName());
          return DynamicTest.dynamicTest(title, () -> killAtRandom(MODES.get(i), count));
        });
  }

  private void killAtRandom(WriteMode mode, int count) throws IOException, InterruptedException {
    CrashTrial trial = prepare(mode);
    int inTime = 0;
    for (long instant : trial.instants(count)) {
      inTime += trial.killAfter(instant) ? 1 : 0;
    }
    assertNotEquals(0, inTime, "every process was done before it was killed");
  }

  /// Killed from inside.
  @TestFactory
  final Stream<DynamicTest> aProcessMayDieAtAnyStepOfACommit() {
    return MODES.stream()
        .map(mode -> DynamicTest.dynamicTest(mode.wireName(), () -> dieAtEachStep(mode)));
  }

  private void dieAtEachStep(WriteMode mode) throws IOException, InterruptedException {
    CrashTrial trial = prepare(mode);
    for (String step : trial.steps()) {
      assertTrue(trial.dieAt(new Step(step, 1)), () -> step + " was never reached");
      trial.dieAt(new Step(step, CrashStream.SLICES / 2));
      trial.dieAt(new Step(step, CrashStream.SLICES + 1));
    }
  }

  private CrashTrial prepare(WriteMode mode) {
    return CrashTrial.prepare(type(), folder.resolve(mode.wireName()), mode);
  }
}
