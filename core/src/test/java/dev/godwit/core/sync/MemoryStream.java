package dev.godwit.core.sync;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream of a {@link MemorySource}.
///
/// @param stateful whether it keeps a state: the numbers of the finished slices
record MemoryStream(String name, Slices slices, boolean stateful, Duration stateInterval) {
  /// Makes slices, one after the other.
  @FunctionalInterface
  interface Slices {
    /// What slice `number` does; null when there is no such slice.
    @Nullable SliceScript script(int number) throws InterruptedException;
  }

  static MemoryStream of(String name, SliceScript... slices) {
    return of(name, List.of(slices));
  }

  static MemoryStream of(String name, List<SliceScript> slices) {
    return made(name, number -> number < slices.size() ? slices.get(number) : null);
  }

  static MemoryStream made(String name, Slices slices) {
    return new MemoryStream(name, slices, true, Duration.ZERO);
  }

  MemoryStream withoutState() {
    return new MemoryStream(name, slices, false, stateInterval);
  }

  MemoryStream withStateEvery(Duration interval) {
    return new MemoryStream(name, slices, stateful, interval);
  }
}
