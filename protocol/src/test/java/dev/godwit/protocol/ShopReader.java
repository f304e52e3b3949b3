package dev.godwit.protocol;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Three slices of two rows each. The slices of `empty` have no rows, the second of `broken` fails
/// after its rows.
final class ShopReader implements StreamReader {
  private static final int SLICES = 3;

  private final StreamName stream;
  private long made;
  private long done;

  ShopReader(StreamName stream, long done) {
    this.stream = stream;
    this.made = done;
    this.done = done;
  }

  @Override
  public @Nullable Slice nextSlice() {
    return made == SLICES
        ? null
        : new Slice(stream, made++, Map.of("week", made), Map.of(), Map.of());
  }

  @Override
  public SliceReader open(Slice slice) {
    return new SliceReader() {
      private boolean given;

      @Override
      public @Nullable RecordBatch next() {
        boolean first = !given;
        given = true;
        if (!first && stream.name().equals("broken") && slice.number() == 1) {
          throw GodwitException.transientError("http.failed", "The till is broken.");
        }
        return first && !stream.name().equals("empty") ? rows(slice) : null;
      }

      @Override
      public void close() {}
    };
  }

  private static @Nullable RecordBatch rows(Slice slice) {
    String one = "{\"id\":%d1,\"note\":null,\"tags\":[null]}".formatted(slice.number() + 1);
    String two = "{\"id\":%d2,\"note\":\"ä\\n\"}".formatted(slice.number() + 1);
    byte[] first = one.getBytes(StandardCharsets.UTF_8);
    byte[] page = (one + two).getBytes(StandardCharsets.UTF_8);
    JsonRows.Builder builder = new JsonRows.Builder();
    builder.add(0, first.length);
    builder.add(first.length, page.length);
    return builder.build(slice, page, 1717200000000L);
  }

  @Override
  public void finish(Slice slice) {
    done++;
  }

  @Override
  public @Nullable StreamState state() {
    return new StreamState(stream, Map.of("done", done));
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return state();
  }

  @Override
  public Traffic traffic() {
    return Traffic.NONE;
  }

  @Override
  public void close() {}
}
