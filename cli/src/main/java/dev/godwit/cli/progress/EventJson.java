package dev.godwit.cli.progress;

import dev.godwit.cli.report.ErrorJson;
import dev.godwit.cli.report.SyncJson;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Pause;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Events as JSON objects.
final class EventJson {
  private EventJson() {}

  /// @param progress of the event's stream, with the event in it
  /// @param elapsed since the run began
  static Map<String, @Nullable Object> of(
      SyncEvent event, StreamProgress progress, Duration elapsed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("event", name(event));
    json.put("stream", event.stream().toString());
    json.put("seconds", SyncJson.seconds(elapsed));
    switch (event) {
      case SyncEvent.StreamStarted _, SyncEvent.RateLimited _ -> {}
      case SyncEvent.RowsRead _ -> {
        json.put("rows", progress.rows());
        json.put("rows_per_second", progress.rate());
        json.put("row_bytes", progress.rowBytes());
        SyncJson.traffic(json, progress.traffic());
        if (progress.checkpointAge() != null) {
          json.put("checkpoint_age_seconds", SyncJson.seconds(progress.checkpointAge()));
        }
      }
      case SyncEvent.Paused paused -> {
        Pause pause = paused.pause();
        json.put("reason", pause.reason().name().toLowerCase(Locale.ROOT));
        json.put("pause_seconds", SyncJson.seconds(pause.time()));
        SyncJson.traffic(json, progress.traffic());
      }
      case SyncEvent.Committed committed -> {
        json.put("rows", committed.rows());
        json.put("rows_committed", progress.committed());
      }
      case SyncEvent.Retrying retrying -> {
        json.put("attempts", retrying.attempts());
        json.put("pause_seconds", SyncJson.seconds(retrying.pause()));
      }
      case SyncEvent.Warned warned -> json.put("text", warned.text());
      case SyncEvent.SliceFailed failed -> json.put("error", ErrorJson.of(failed.error()));
      case SyncEvent.ReadingEnded ended -> {
        json.put("complete", ended.extent() == Extent.COMPLETE);
        json.put("rows", progress.rows());
      }
      case SyncEvent.StreamEnded ended -> {
        json.put("succeeded", ended.report().succeeded());
        json.put("rows_committed", ended.report().rowsCommitted());
        SyncJson.traffic(json, progress.traffic());
        if (ended.error() != null) {
          json.put("error", ErrorJson.of(ended.error()));
        }
      }
    }
    return json;
  }

  private static String name(SyncEvent event) {
    return switch (event) {
      case SyncEvent.StreamStarted _ -> "stream_started";
      case SyncEvent.RowsRead _ -> "rows_read";
      case SyncEvent.RateLimited _ -> "rate_limited";
      case SyncEvent.Paused _ -> "paused";
      case SyncEvent.Committed _ -> "committed";
      case SyncEvent.SliceFailed _ -> "slice_failed";
      case SyncEvent.Retrying _ -> "retrying";
      case SyncEvent.Warned _ -> "warned";
      case SyncEvent.ReadingEnded _ -> "reading_ended";
      case SyncEvent.StreamEnded _ -> "stream_ended";
    };
  }
}
