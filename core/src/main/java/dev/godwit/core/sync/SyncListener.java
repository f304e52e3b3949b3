package dev.godwit.core.sync;

/// Hears what happens during a run. Called from many threads, often; it must be thread-safe and
/// quick, and must not throw.
@FunctionalInterface
public interface SyncListener {
  SyncListener SILENT = event -> {};

  void on(SyncEvent event);
}
