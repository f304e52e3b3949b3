package dev.godwit.cli.progress;

import dev.godwit.core.sync.SyncEvent;

/// Shows nothing.
record NoDisplay() implements ProgressDisplay {
  @Override
  public void on(SyncEvent event) {}

  @Override
  public void close() {}
}
