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
  OVERWRITE_DEDUP,
  /// Rows change rows with the same primary key, field by field; none is added.
  UPDATE,
  /// Rows mark rows with the same primary key as deleted; none is added and none goes.
  SOFT_DELETE,
  /// Every version of a row is kept, with the time from which and until which it held. A reading of
  /// the whole stream also ends rows that it no longer has.
  HISTORY;

  /// The mode that loses nothing and keeps tables tidy.
  ///
  /// @param keyed whether rows have a primary key
  public static WriteMode byDefault(SyncMode syncMode, boolean keyed) {
    return switch (syncMode) {
      case INCREMENTAL -> keyed ? APPEND_DEDUP : APPEND;
      case FULL_REFRESH -> keyed ? OVERWRITE_DEDUP : OVERWRITE;
    };
  }

  public boolean replacesAll() {
    return this == OVERWRITE || this == OVERWRITE_DEDUP;
  }

  /// Whether rows need an identity.
  public boolean needsKey() {
    return this != APPEND && this != OVERWRITE;
  }

  /// Whether rows act on rows that are there, instead of being rows themselves.
  public boolean changesOnly() {
    return this == UPDATE || this == SOFT_DELETE;
  }

  /// The name on command lines and in files: `append-dedup`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
