package dev.godwit.testkit;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.Refresh;
import java.util.List;
import java.util.stream.Stream;

/// How a stream is synced while processes die.
///
/// @param refresh whether both readings read everything, where the write mode alone would not
record CrashMode(WriteMode mode, Refresh refresh) {
  /// Every write mode, and history whose rows collect until all are read.
  static final List<CrashMode> ALL =
      Stream.concat(
              Stream.of(WriteMode.values()).map(mode -> new CrashMode(mode, Refresh.NONE)),
              Stream.of(new CrashMode(WriteMode.HISTORY, Refresh.TRUNCATE)))
          .toList();

  /// How the first reading is written.
  CrashMode first() {
    return mode.changesOnly() ? new CrashMode(WriteMode.APPEND_DEDUP, refresh) : this;
  }

  /// A mode whose commits have the same steps.
  WriteMode likeness() {
    return refresh == Refresh.TRUNCATE ? WriteMode.OVERWRITE_DEDUP : mode;
  }

  /// The name of tests and of their folders.
  String title() {
    return refresh == Refresh.TRUNCATE ? mode.wireName() + "-refreshed" : mode.wireName();
  }
}
