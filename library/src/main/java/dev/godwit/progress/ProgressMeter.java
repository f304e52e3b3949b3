package dev.godwit.progress;

import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.progress.Progress.Phase;
import java.util.HashMap;
import java.util.Map;

/// Adds events up to progress. Thread-safe.
public final class ProgressMeter implements SyncListener {
  private final ProgressListener listener;
  private final Map<StreamName, Progress> streams = new HashMap<>();

  public ProgressMeter(ProgressListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void on(SyncEvent event) {
    String name = event.stream().toString();
    Progress before = streams.computeIfAbsent(event.stream(), _ -> Progress.of(name));
    Progress now = after(before, event);
    streams.put(event.stream(), now);
    try {
      listener.on(now);
    } catch (RuntimeException e) {
      // Rows matter more than who watches them.
    }
  }

  private static Progress after(Progress p, SyncEvent event) {
    return switch (event) {
      case SyncEvent.StreamStarted _ -> p;
      case SyncEvent.RowsRead read ->
          counted(
              p,
              Phase.READING,
              p.rowsRead() + read.rows(),
              p.bytesRead() + read.bytes(),
              read.traffic());
      case SyncEvent.RateLimited _ -> waiting(p, true);
      case SyncEvent.Paused paused ->
          waiting(counted(p, p.phase(), p.rowsRead(), p.bytesRead(), paused.traffic()), true);
      case SyncEvent.Committed committed ->
          new Progress(
              p.stream(),
              p.phase(),
              p.rowsRead(),
              p.bytesRead(),
              p.rowsCommitted() + committed.rows(),
              p.requests(),
              p.retries(),
              p.waiting(),
              p.warning(),
              p.error());
      case SyncEvent.SliceFailed failed ->
          new Progress(
              p.stream(),
              p.phase(),
              p.rowsRead(),
              p.bytesRead(),
              p.rowsCommitted(),
              p.requests(),
              p.retries(),
              p.waiting(),
              p.warning(),
              failed.error());
      case SyncEvent.Retrying _ -> waiting(p, true);
      case SyncEvent.Warned warned ->
          new Progress(
              p.stream(),
              p.phase(),
              p.rowsRead(),
              p.bytesRead(),
              p.rowsCommitted(),
              p.requests(),
              p.retries(),
              p.waiting(),
              warned.text(),
              p.error());
      case SyncEvent.ReadingEnded _ ->
          new Progress(
              p.stream(),
              Phase.WRITING,
              p.rowsRead(),
              p.bytesRead(),
              p.rowsCommitted(),
              p.requests(),
              p.retries(),
              false,
              p.warning(),
              p.error());
      case SyncEvent.StreamEnded ended ->
          new Progress(
              p.stream(),
              ended.error() == null ? Phase.SUCCEEDED : Phase.FAILED,
              ended.report().rowsRead(),
              ended.report().bytes(),
              ended.report().rowsCommitted(),
              ended.report().traffic().requests(),
              ended.report().traffic().retries(),
              false,
              p.warning(),
              ended.error());
    };
  }

  /// What was read ends a wait.
  private static Progress counted(Progress p, Phase phase, long rows, long bytes, Traffic traffic) {
    return new Progress(
        p.stream(),
        phase,
        rows,
        bytes,
        p.rowsCommitted(),
        traffic.requests(),
        traffic.retries(),
        false,
        p.warning(),
        p.error());
  }

  private static Progress waiting(Progress p, boolean waiting) {
    return new Progress(
        p.stream(),
        p.phase(),
        p.rowsRead(),
        p.bytesRead(),
        p.rowsCommitted(),
        p.requests(),
        p.retries(),
        waiting,
        p.warning(),
        p.error());
  }
}
