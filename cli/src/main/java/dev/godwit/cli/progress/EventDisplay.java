package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// One JSON object a line for programs that watch. Thread-safe.
final class EventDisplay implements ProgressDisplay {
  /// Rows of a stream are told at most so often, and pauses when they are as long.
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final StatusArea area;
  private final ProgressTally tally;
  private final Map<StreamName, Duration> told = new HashMap<>();

  EventDisplay(StatusArea area, ProgressTally tally) {
    this.area = area;
    this.tally = tally;
  }

  @Override
  public synchronized void on(SyncEvent event) {
    tally.on(event);
    if (isWorthALine(event)) {
      area.say(JsonWriter.text(EventJson.of(event, tally.now(event.stream()), tally.elapsed())));
    }
  }

  private boolean isWorthALine(SyncEvent event) {
    return switch (event) {
      case SyncEvent.RowsRead read -> isDue(read.stream());
      case SyncEvent.Paused paused -> paused.pause().time().compareTo(INTERVAL) >= 0;
      // Tells no more than the pause that follows.
      case SyncEvent.RateLimited _ -> false;
      case SyncEvent.StreamStarted _,
          SyncEvent.Committed _,
          SyncEvent.SliceFailed _,
          SyncEvent.Retrying _,
          SyncEvent.Warned _,
          SyncEvent.ReadingEnded _,
          SyncEvent.StreamEnded _ ->
          true;
    };
  }

  private boolean isDue(StreamName stream) {
    Duration now = tally.elapsed();
    Duration last = told.get(stream);
    if (last != null && now.minus(last).compareTo(INTERVAL) < 0) {
      return false;
    }
    told.put(stream, now);
    return true;
  }

  @Override
  public void close() {}
}
