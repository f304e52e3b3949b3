package dev.godwit.destinations.files;

import java.util.Locale;

/// How files are made smaller.
enum Compression {
  NONE,
  GZIP,
  ZSTD,
  SNAPPY,
  DEFLATE;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As DuckDB calls it.
  String inParquet() {
    return this == NONE ? "uncompressed" : wireName();
  }
}
