package dev.godwit.core;

import java.time.Duration;

/// When finished slices are committed: as soon as either bound is reached, and at the end of a
/// stream.
///
/// @param bytes of rows in finished slices
/// @param age of the oldest row in finished slices
public record CommitPolicy(long bytes, Duration age) {
  /// Every finished slice at once.
  public static final CommitPolicy EACH_SLICE = new CommitPolicy(0, Duration.ZERO);
}
