package dev.godwit;

import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Sleeper;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A sync that is ready to run once. Thread-safe.
public final class OpenSync implements AutoCloseable {
  private final Source source;
  private final Destination destination;
  private final SyncPlan plan;
  private final RunPolicy policy;
  private final Sleeper sleeper;
  private final AtomicReference<@Nullable SyncRun> current = new AtomicReference<>();
  private volatile boolean cancelled;

  OpenSync(
      Source source, Destination destination, SyncPlan plan, RunPolicy policy, Sleeper sleeper) {
    this.source = source;
    this.destination = destination;
    this.plan = plan;
    this.policy = policy;
    this.sleeper = sleeper;
  }

  /// What the run will do.
  public SyncPlan plan() {
    return plan;
  }

  /// Runs to the end, or until [#cancel] is called.
  public SyncReport run(SyncListener listener) {
    SyncRun run = new SyncRun(plan, source, destination, listener, policy, sleeper);
    if (!current.compareAndSet(null, run)) {
      throw new IllegalArgumentException("a sync runs once");
    }
    if (cancelled) {
      run.cancel();
    }
    return run.run();
  }

  /// Ends the run soon; it then returns a report. Committed rows stay. Any thread may call this.
  public void cancel() {
    cancelled = true;
    SyncRun run = current.get();
    if (run != null) {
      run.cancel();
    }
  }

  /// Whether [#cancel] was called.
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void close() {
    try {
      source.close();
    } finally {
      destination.close();
    }
  }
}
