package dev.godwit.destinations.duckdb;

import java.util.concurrent.atomic.AtomicBoolean;

/// Loads DuckDB's driver and library on a thread of its own, once in a process: it takes a tenth of
/// a second, in which a manifest can be read. Whoever needs the driver before waits for it.
final class DriverStart {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private DriverStart() {}

  static void begin() {
    if (BEGUN.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("duckdb-start").start(DriverStart::load);
    }
  }

  private static void load() {
    try {
      Class.forName("org.duckdb.DuckDBDriver");
      Class.forName("org.duckdb.DuckDBNative");
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever connects meets the same failure and tells of it.
    }
  }
}
