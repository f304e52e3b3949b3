package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.core.Pause;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.Optional;

/// Events as lines of a log.
final class EventText {
  /// Shorter pauses are too common to be told one by one.
  private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

  private EventText() {}

  /// A line for whoever reads the log; empty for what is only counted.
  static Optional<String> line(SyncEvent event) {
    return text(event).map(text -> Cells.harmless(event.stream().toString()) + ": " + text);
  }

  private static Optional<String> text(SyncEvent event) {
    return switch (event) {
      case SyncEvent.StreamStarted _ -> Optional.of("started");
      case SyncEvent.Paused paused when paused.pause().time().compareTo(LONG_PAUSE) >= 0 ->
          Optional.of(waits(paused.pause()));
      case SyncEvent.SliceFailed failed ->
          Optional.of("a slice failed: " + Cells.harmless(failed.error().message()));
      case SyncEvent.Retrying retrying ->
          Optional.of(
              "attempt %d failed, tries again in %s"
                  .formatted(retrying.attempts(), Amounts.time(retrying.pause())));
      case SyncEvent.Warned warned -> Optional.of(warned.text());
      case SyncEvent.StreamEnded ended -> Optional.of(end(ended.report()));
      case SyncEvent.RowsRead _,
          SyncEvent.RateLimited _,
          SyncEvent.Paused _,
          SyncEvent.Committed _,
          SyncEvent.ReadingEnded _ ->
          Optional.empty();
    };
  }

  private static String end(StreamReport report) {
    return "%s, %s, %s, %s"
        .formatted(
            report.succeeded() ? "done" : "failed",
            Amounts.count(report.rowsCommitted(), "row"),
            Amounts.count(report.traffic().requests(), "request"),
            Amounts.time(report.duration()));
  }

  /// What a pause is for and how long it lasts.
  static String waits(Pause pause) {
    String time = Amounts.time(pause.time());
    return switch (pause.reason()) {
      case RATE_LIMIT -> "waits " + time + " for the rate limit";
      case RETRY -> "tries again in " + time;
    };
  }
}
