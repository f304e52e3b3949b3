package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.testkit.CrashedSync.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a destination has to do when its process dies: whoever writes one extends this class beside
/// {@link DestinationConformance}.
///
/// Processes are killed 40 times at random instants, and once at each step of a commit that the
/// destination knows, in the first commit or in a later one. After each death another process looks
/// at table and state, goes on to the end, and compares the table with the source, row by row. With
/// `-Dcrashes=200` they are killed 200 times, and at each step of several commits.
public abstract class CrashConformance {
  private static final int USUAL = 40;

  private static final int CRASHES = Integer.getInteger("crashes", USUAL);

  private static final List<Integer> COMMITS =
      List.of(1, CrashStream.SLICES / 2, CrashStream.SLICES + 1);

  @TempDir Path folder;

  /// The destination's class, which has a constructor with one parameter, the `Path` of its folder.
  protected abstract Class<? extends TestedDestination> type();

  /// Killed from outside.
  @TestFactory
  final Stream<DynamicTest> aProcessMayBeKilledAtAnyInstant() {
    List<CrashMode> modes = modes();
    return IntStream.range(0, modes.size())
        .mapToObj(i -> {
          int count = CRASHES * (i + 1) / modes.size() - CRASHES * i / modes.size();
          String title = "%d times, %s".formatted(count, modes.get(i).title());
          return DynamicTest.dynamicTest(title, () -> killAtRandom(modes.get(i), count));
        });
  }

  private List<CrashMode> modes() {
    try (Destination destination = CrashedSync.create(type(), folder.resolve("modes")).open()) {
      Set<WriteMode> offered = destination.writeModes();
      return CrashMode.ALL.stream().filter(mode -> offered.contains(mode.mode())).toList();
    }
  }

  private void killAtRandom(CrashMode mode, int count) throws IOException, InterruptedException {
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
    return modes().stream()
        .map(mode -> DynamicTest.dynamicTest(mode.title(), () -> dieAtEachStep(mode)));
  }

  private void dieAtEachStep(CrashMode mode) throws IOException, InterruptedException {
    CrashTrial trial = prepare(mode);
    int turn = CrashMode.ALL.indexOf(mode);
    for (String step : trial.steps()) {
      int usual = turn++ % COMMITS.size();
      boolean died = false;
      for (int commit : CRASHES > USUAL ? COMMITS : COMMITS.subList(usual, usual + 1)) {
        died |= trial.dieAt(new Step(step, commit));
      }
      assertTrue(died || trial.dieAt(new Step(step, 1)), () -> step + " was never reached");
    }
  }

  private CrashTrial prepare(CrashMode mode) {
    return CrashTrial.prepare(type(), folder.resolve(mode.title()), mode);
  }
}
