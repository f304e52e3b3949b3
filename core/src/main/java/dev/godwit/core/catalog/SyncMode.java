package dev.godwit.core.catalog;

import java.util.Locale;

/// How a stream is read.
public enum SyncMode {
  /// All rows, every time.
  FULL_REFRESH,
  /// Rows that are new or changed since the stream's state.
  INCREMENTAL;

  /// The name on the wire and in files: `full_refresh`, `incremental`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
