package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Pause;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.log.Secrets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A reading whose errors show no secrets.
record DiscreetReader(StreamReader reader, Secrets secrets) implements StreamReader {
  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    try {
      return reader.nextSlice();
    } catch (RuntimeException e) {
      throw secrets.mask(e);
    }
  }

  @Override
  public SliceReader open(Slice slice) {
    try {
      return new DiscreetSlice(reader.open(slice), secrets);
    } catch (RuntimeException e) {
      throw secrets.mask(e);
    }
  }

  private record DiscreetSlice(SliceReader rows, Secrets secrets) implements SliceReader {
    @Override
    public @Nullable RecordBatch next() throws InterruptedException {
      try {
        return rows.next();
      } catch (RuntimeException e) {
        throw secrets.mask(e);
      }
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  @Override
  public void finish(Slice slice) {
    reader.finish(slice);
  }

  @Override
  public @Nullable StreamState state() {
    return reader.state();
  }

  @Override
  public Duration stateInterval() {
    return reader.stateInterval();
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return reader.end(extent);
  }

  @Override
  public Traffic traffic() {
    return reader.traffic();
  }

  @Override
  public void onRateLimit(Runnable listener) {
    reader.onRateLimit(listener);
  }

  @Override
  public void onPause(Consumer<Pause> listener) {
    reader.onPause(listener);
  }

  @Override
  public void close() {
    reader.close();
  }
}
