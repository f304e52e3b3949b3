package dev.godwit;

import dev.godwit.Outlook.Cost;
import dev.godwit.core.Destination;
import dev.godwit.core.Slice;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.PlannedReading;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Sleeper;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A sync that is ready to run once. Thread-safe.
public final class OpenSync implements AutoCloseable {
  /// As many as say something about the next one.
  private static final int PAST_RUNS = 9;

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

  /// What is to be expected of each stream, in the order of the plan. Changes nothing.
  public List<Outlook> outlook() {
    return plan.streams().stream().map(this::outlook).toList();
  }

  /// How many slices a stream of the plan would be read in now. Making them may ask the API, since
  /// parents are read for it.
  ///
  /// @param most to count no further than this
  /// @throws GodwitException when they can't be made
  public long slices(StreamPlan stream, long most) {
    try (StreamReader reader = PlannedReading.open(source, stream)) {
      long slices = 0;
      while (slices < most) {
        Slice slice = reader.nextSlice();
        if (slice == null) {
          break;
        }
        // Some sources make the next slice once this one is done with.
        reader.open(slice).close();
        slices++;
      }
      return slices;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("plan.cancelled", "The plan was cancelled.");
    }
  }

  private Outlook outlook(StreamPlan stream) {
    List<String> statements = List.of();
    GodwitException refusal = stream.schema().refusal();
    try {
      statements = destination.statements(stream);
    } catch (GodwitException e) {
      refusal = refusal == null ? e : refusal;
    }
    Cost cost = Cost.of(destination.past(stream.name(), PAST_RUNS), stream.state() == null);
    return new Outlook(stream, source.selectsFields(stream.read()), statements, cost, refusal);
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
