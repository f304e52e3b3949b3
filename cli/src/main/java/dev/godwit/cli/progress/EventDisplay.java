package dev.godwit.cli.progress;

import dev.godwit.cli.report.ErrorJson;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One JSON object a line for programs that watch. Thread-safe.
final class EventDisplay implements ProgressDisplay {
  /// Rows of a stream are told at most so often.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final StatusArea area;
  private final LongSupplier nanoTime;
  private final Map<StreamName, Long> rows = new HashMap<>();
  private final Map<StreamName, Long> told = new HashMap<>();

  EventDisplay(StatusArea area, LongSupplier nanoTime) {
    this.area = area;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void on(SyncEvent event) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    switch (event) {
      case SyncEvent.StreamStarted started -> line.put("event", "stream_started");
      case SyncEvent.RowsRead read -> {
        long soFar = rows.merge(read.stream(), (long) read.rows(), Long::sum);
        if (!isDue(read.stream())) {
          return;
        }
        line.put("event", "rows_read");
        line.put("rows", soFar);
        line.put("requests", read.traffic().requests());
        line.put("retries", read.traffic().retries());
        line.put("response_bytes", read.traffic().bytes());
      }
      case SyncEvent.RateLimited _ -> line.put("event", "rate_limited");
      case SyncEvent.Paused paused -> {
        line.put("event", "paused");
        line.put("reason", paused.pause().reason().name().toLowerCase(Locale.ROOT));
        line.put("pause_seconds", paused.pause().time().toMillis() / 1_000.0);
      }
      case SyncEvent.Committed committed -> {
        line.put("event", "committed");
        line.put("rows", committed.rows());
      }
      case SyncEvent.SliceFailed failed -> {
        line.put("event", "slice_failed");
        line.put("error", ErrorJson.of(failed.error()));
      }
      case SyncEvent.ReadingEnded ended -> line.put("event", "reading_ended");
      case SyncEvent.StreamEnded ended -> {
        line.put("event", "stream_ended");
        line.put("succeeded", ended.report().succeeded());
        line.put("rows", ended.report().rowsCommitted());
      }
    }
    line.put("stream", event.stream().toString());
    area.say(JsonWriter.text(line));
  }

  private boolean isDue(StreamName stream) {
    long now = nanoTime.getAsLong();
    Long last = told.get(stream);
    if (last != null && now - last < PAUSE.toNanos()) {
      return false;
    }
    told.put(stream, now);
    return true;
  }

  @Override
  public void close() {}
}
