package dev.godwit.core.catalog;

import java.util.Locale;

/// How rows land in a destination.
public enum WriteMode {
  /// Every row is added; none is ever changed.
  APPEND,
  /// The rows of this run replace all earlier ones once the stream is complete.
  OVERWRITE,
  /// The newest row of each primary key is kept.
  APPEND_DEDUP,
  /// As {@link #OVERWRITE}, with one row a primary key.
  OVERWRITE_DEDUP;

  public boolean replacesAll() {
    return this == OVERWRITE || this == OVERWRITE_DEDUP;
  }

  public boolean keepsOneRowPerKey() {
    return this == APPEND_DEDUP || this == OVERWRITE_DEDUP;
  }

  /// The name on command lines and in files: `append-dedup`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
