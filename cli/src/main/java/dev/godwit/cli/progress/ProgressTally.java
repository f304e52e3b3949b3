package dev.godwit.cli.progress;

import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Adds up the events of a run. Thread-safe.
final class ProgressTally implements SyncListener {
  private final LongSupplier nanoTime;
  private final long begun;
  private final Map<StreamName, StreamTrack> tracks = new LinkedHashMap<>();

  /// @param nanoTime a clock like [System#nanoTime]
  ProgressTally(SyncPlan plan, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    plan.streams().forEach(stream -> tracks.put(stream.name(), new StreamTrack()));
  }

  @Override
  public synchronized void on(SyncEvent event) {
    track(event.stream()).on(event, nanoTime.getAsLong());
  }

  synchronized SyncProgress now() {
    long now = nanoTime.getAsLong();
    return new SyncProgress(
        tracks.entrySet().stream()
            .map(entry -> entry.getValue().progress(entry.getKey().toString(), now))
            .toList(),
        Duration.ofNanos(now - begun));
  }

  synchronized StreamProgress now(StreamName stream) {
    return track(stream).progress(stream.toString(), nanoTime.getAsLong());
  }

  /// Since the run began.
  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  private StreamTrack track(StreamName stream) {
    return tracks.computeIfAbsent(stream, name -> new StreamTrack());
  }
}
