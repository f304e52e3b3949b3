package dev.godwit.cli.progress;

import dev.godwit.cli.progress.StreamProgress.Phase;
import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What has been heard of one stream. Guarded by the tally's lock.
final class StreamTrack {
  private Phase phase = Phase.WAITING;
  private long rows;
  private long rowBytes;
  private long committed;
  private Traffic traffic = Traffic.NONE;
  private Traffic earlierTraffic = Traffic.NONE;
  private Rate rate = new Rate(0);
  private long begun;
  private long ended;
  private @Nullable Long checkpoint;
  private Pause.@Nullable Reason pause;
  private long pausedUntil;
  private @Nullable GodwitException error;

  /// @param now in nanoseconds, like [System#nanoTime]
  void on(SyncEvent event, long now) {
    switch (event) {
      case SyncEvent.StreamStarted _ -> {
        phase = Phase.READING;
        begun = now;
        rate = new Rate(now);
      }
      case SyncEvent.RowsRead read -> {
        rows += read.rows();
        rowBytes += read.bytes();
        rate.add(read.rows(), now);
        heard(read.traffic());
      }
      case SyncEvent.RateLimited _, SyncEvent.Warned _ -> {}
      case SyncEvent.Retrying retrying -> {
        phase = Phase.READING;
        earlierTraffic = earlierTraffic.plus(traffic);
        traffic = Traffic.NONE;
        paused(new Pause(Pause.Reason.RETRY, retrying.pause()), now);
      }
      case SyncEvent.Paused paused -> {
        heard(paused.traffic());
        paused(paused.pause(), now);
      }
      case SyncEvent.Committed commit -> {
        committed += commit.rows();
        checkpoint = now;
      }
      case SyncEvent.SliceFailed failed -> error = failed.error();
      case SyncEvent.ReadingEnded _ -> phase = Phase.COMMITTING;
      case SyncEvent.StreamEnded end -> {
        phase = end.report().succeeded() ? Phase.DONE : Phase.FAILED;
        traffic = end.report().traffic();
        earlierTraffic = Traffic.NONE;
        error = end.report().error();
        ended = now;
      }
    }
  }

  /// Threads tell in any order, so what comes later may be older.
  private void heard(Traffic total) {
    if (total.requests() >= traffic.requests()) {
      traffic = total;
    }
  }

  /// The pause that ends last is shown.
  private void paused(Pause next, long now) {
    long until = now + next.time().toNanos();
    if (pause == null || until - pausedUntil > 0) {
      pause = next.reason();
      pausedUntil = until;
    }
  }

  StreamProgress progress(String name, long now) {
    long until = phase.isOver() ? ended : now;
    return new StreamProgress(
        name,
        phase,
        rows,
        rowBytes,
        committed,
        phase.isActive() ? rate.perSecond(now) : 0,
        earlierTraffic.plus(traffic),
        phase == Phase.WAITING ? Duration.ZERO : Duration.ofNanos(until - begun),
        checkpoint == null ? null : Duration.ofNanos(now - checkpoint),
        pause(now),
        error);
  }

  private @Nullable Pause pause(long now) {
    if (pause == null || phase != Phase.READING || pausedUntil - now <= 0) {
      return null;
    }
    return new Pause(pause, Duration.ofNanos(pausedUntil - now));
  }
}
