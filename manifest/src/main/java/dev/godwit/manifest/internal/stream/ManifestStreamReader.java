package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Pause;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One reading of a stream.
final class ManifestStreamReader implements StreamReader {
  private final StreamName stream;
  private final Retrieval.Reading slices;
  private final StreamCursor cursor;
  private final Meter meter;

  ManifestStreamReader(StreamName stream, Retrieval retrieval, StreamCursor cursor, Meter meter) {
    this.stream = stream;
    this.slices = retrieval.begin(cursor, meter);
    this.cursor = cursor;
    this.meter = meter;
  }

  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    return slices.next();
  }

  @Override
  public SliceReader open(Slice slice) {
    return slices.open(slice);
  }

  @Override
  public void finish(Slice slice) {
    cursor.finish(slice);
  }

  @Override
  public @Nullable StreamState state() {
    Map<String, @Nullable Object> state = cursor.state();
    return state == null ? null : new StreamState(stream, state);
  }

  /// The state as children of the stream keep it in theirs.
  Map<String, @Nullable Object> snapshot() {
    return cursor.snapshot();
  }

  @Override
  public Duration stateInterval() {
    return cursor.stateInterval();
  }

  @Override
  public StreamState end(Checkpoint.Extent extent) {
    return new StreamState(stream, cursor.end());
  }

  @Override
  public Traffic traffic() {
    return meter.total();
  }

  @Override
  public void onRateLimit(Runnable listener) {
    meter.onRateLimit(listener);
  }

  @Override
  public void onPause(Consumer<Pause> listener) {
    meter.onPause(listener);
  }

  @Override
  public void close() {
    slices.close();
    cursor.close();
  }
}
