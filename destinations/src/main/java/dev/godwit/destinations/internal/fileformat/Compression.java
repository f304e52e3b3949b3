package dev.godwit.destinations.internal.fileformat;

import java.util.Locale;

/// How files are made smaller.
public enum Compression {
  NONE,
  GZIP,
  ZSTD,
  SNAPPY,
  DEFLATE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As DuckDB calls it.
  public String inParquet() {
    return this == NONE ? "uncompressed" : wireName();
  }
}
