package dev.godwit.secret;

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
record MaskedReader(StreamReader inner, Secrets secrets) implements StreamReader {
  /// A slice of it.
  private record Pages(SliceReader inner, Secrets secrets) implements SliceReader {
    @Override
    public @Nullable RecordBatch next() throws InterruptedException {
      try {
        return inner.next();
      } catch (RuntimeException e) {
        throw secrets.mask(e);
      }
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    try {
      return inner.nextSlice();
    } catch (RuntimeException e) {
      throw secrets.mask(e);
    }
  }

  @Override
  public SliceReader open(Slice slice) {
    return new Pages(MaskedSource.masked(secrets, () -> inner.open(slice)), secrets);
  }

  @Override
  public void finish(Slice slice) {
    inner.finish(slice);
  }

  @Override
  public @Nullable StreamState state() {
    return inner.state();
  }

  @Override
  public Duration stateInterval() {
    return inner.stateInterval();
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return inner.end(extent);
  }

  @Override
  public Traffic traffic() {
    return inner.traffic();
  }

  @Override
  public Object signOfLife() {
    return inner.signOfLife();
  }

  @Override
  public void onRateLimit(Runnable listener) {
    inner.onRateLimit(listener);
  }

  @Override
  public void onPause(Consumer<Pause> listener) {
    inner.onPause(listener);
  }

  @Override
  public void close() {
    inner.close();
  }
}
