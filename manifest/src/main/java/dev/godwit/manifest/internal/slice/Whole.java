package dev.godwit.manifest.internal.slice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The single partition of a stream that has no others.
final class Whole implements Partitions {
  private boolean given;

  @Override
  public @Nullable Partition next() {
    if (given) {
      return null;
    }
    given = true;
    return Partition.WHOLE;
  }

  @Override
  public @Nullable Map<String, @Nullable Object> parentState() {
    return null;
  }

  @Override
  public void close() {}
}
