package dev.godwit.core;

import java.util.Random;
import java.util.function.Consumer;

/// Tries a property on random values. Seeds are new in each run; a failure tells its seed, and the
/// system property `trial.seed` tries that one again.
public final class Trials {
  private Trials() {}

  /// Hands a source of random values to a property, a number of times.
  public static void run(int times, Consumer<Random> property) {
    Long again = Long.getLong("trial.seed");
    Random seeds = new Random();
    for (int i = 0; i < (again == null ? times : 1); i++) {
      long seed = again == null ? seeds.nextLong() : again;
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("failed with -Dtrial.seed=" + seed, failure);
      }
    }
  }
}
