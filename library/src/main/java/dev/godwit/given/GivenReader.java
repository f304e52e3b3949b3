package dev.godwit.given;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes given rows as JSON, a page at a time. All of them are one slice.
final class GivenReader implements StreamReader, SliceReader {
  /// Pages end with the row that goes beyond this.
  private static final int FULL = 192 << 10;

  private final Slice slice;
  private final Iterator<Map<String, @Nullable Object>> first;
  private final Iterator<?> rest;
  private final Clock clock;
  private volatile boolean begun;

  GivenReader(
      StreamName stream, List<Map<String, @Nullable Object>> first, Iterator<?> rest, Clock clock) {
    this.slice = new Slice(stream, 0, Map.of(), Map.of(), Map.of());
    this.first = first.iterator();
    this.rest = rest;
    this.clock = clock;
  }

  @Override
  public @Nullable Slice nextSlice() {
    boolean again = begun;
    begun = true;
    return again ? null : slice;
  }

  @Override
  public SliceReader open(Slice which) {
    return this;
  }

  @Override
  public @Nullable JsonRows next() throws InterruptedException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    JsonRows.Builder rows = new JsonRows.Builder();
    while (page.size() < FULL && (first.hasNext() || rest.hasNext())) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Map<String, @Nullable Object> row =
          first.hasNext() ? first.next() : GivenStream.plain(rest.next());
      int start = page.size();
      page.writeBytes(JsonWriter.bytes(row));
      rows.add(start, page.size());
    }
    return rows.build(slice, page.toByteArray(), clock.millis());
  }

  @Override
  public void finish(Slice done) {}

  @Override
  public @Nullable StreamState state() {
    return null;
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return null;
  }

  @Override
  public Traffic traffic() {
    return Traffic.NONE;
  }

  @Override
  public void close() {}
}
