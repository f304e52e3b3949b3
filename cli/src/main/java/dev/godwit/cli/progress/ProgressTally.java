package dev.godwit.cli.progress;

import dev.godwit.cli.progress.StreamProgress.Phase;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Adds up the events of a run. Thread-safe.
final class ProgressTally implements SyncListener {
  private final LongSupplier nanoTime;
  private final long begun;
  private final Map<StreamName, Entry> entries = new LinkedHashMap<>();

  /// What is known of one stream. Guarded by the tally's lock.
  private static final class Entry {
    private Phase phase = Phase.WAITING;
    private long rows;
    private Traffic traffic = Traffic.NONE;
    private long begun;
    private long ended;
    private @Nullable GodwitException error;
  }

  /// @param nanoTime a clock like [System#nanoTime]
  ProgressTally(SyncPlan plan, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    plan.streams().forEach(stream -> entries.put(stream.name(), new Entry()));
  }

  @Override
  public synchronized void on(SyncEvent event) {
    Entry entry = entries.computeIfAbsent(event.stream(), name -> new Entry());
    switch (event) {
      case SyncEvent.StreamStarted started -> {
        entry.phase = Phase.READING;
        entry.begun = nanoTime.getAsLong();
      }
      case SyncEvent.RowsRead read -> {
        entry.rows += read.rows();
        entry.traffic = read.traffic();
      }
      case SyncEvent.RateLimited _, SyncEvent.Paused _ -> {}
      case SyncEvent.Committed committed -> {}
      case SyncEvent.SliceFailed failed -> entry.error = failed.error();
      case SyncEvent.ReadingEnded ended -> entry.phase = Phase.COMMITTING;
      case SyncEvent.StreamEnded ended -> {
        entry.phase = ended.report().succeeded() ? Phase.DONE : Phase.FAILED;
        entry.traffic = ended.report().traffic();
        entry.error = ended.report().error();
        entry.ended = nanoTime.getAsLong();
      }
    }
  }

  synchronized SyncProgress now() {
    long now = nanoTime.getAsLong();
    return new SyncProgress(
        entries.entrySet().stream().map(e -> progress(e.getKey(), e.getValue(), now)).toList(),
        Duration.ofNanos(now - begun));
  }

  private static StreamProgress progress(StreamName name, Entry entry, long now) {
    long until = entry.phase.isOver() ? entry.ended : now;
    Duration elapsed =
        entry.phase == Phase.WAITING ? Duration.ZERO : Duration.ofNanos(until - entry.begun);
    return new StreamProgress(
        name.toString(), entry.phase, entry.rows, entry.traffic, elapsed, entry.error);
  }
}
