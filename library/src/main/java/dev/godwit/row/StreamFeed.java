package dev.godwit.row;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The rows of a stream, read by a thread of their own one page ahead of whoever takes them, slice
/// after slice. Closing ends the thread, and with it the request that is under way.
final class StreamFeed implements RowFeed {
  /// Beside the page that is read and the one that is taken from.
  private static final int PAGES_AHEAD = 1;

  private final Source source;
  private final Stream stream;
  private final ArrayBlockingQueue<Signal> signals = new ArrayBlockingQueue<>(PAGES_AHEAD);
  private final Thread reader;
  private @Nullable JsonRows page;
  private int position;
  private boolean ended;
  private boolean closed;

  private sealed interface Signal {
    record Page(JsonRows rows) implements Signal {}

    record Failed(RuntimeException error) implements Signal {}

    record Broken(Error error) implements Signal {}

    record Ended() implements Signal {}
  }

  /// Begins to read.
  ///
  /// @param source closed with this
  StreamFeed(Source source, Stream stream) {
    this.source = source;
    this.stream = stream;
    this.reader = Thread.ofVirtual().name("rows of " + stream.name()).start(this::read);
  }

  private void read() {
    try {
      try (StreamReader slices = source.open(ConfiguredStream.byDefault(stream), null)) {
        for (Slice slice = slices.nextSlice(); slice != null; slice = slices.nextSlice()) {
          read(slices, slice);
        }
      } catch (GodwitException e) {
        signals.put(new Signal.Failed(e.at(Place.stream(stream.name().toString()))));
      } catch (RuntimeException e) {
        signals.put(new Signal.Failed(e));
      } catch (Error e) {
        signals.put(new Signal.Broken(e));
      }
      signals.put(new Signal.Ended());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(StreamReader slices, Slice slice) throws InterruptedException {
    try (SliceReader pages = slices.open(slice)) {
      for (RecordBatch batch = pages.next(); batch != null; batch = pages.next()) {
        switch (batch) {
          case JsonRows rows -> signals.put(new Signal.Page(rows));
        }
      }
    }
  }

  @Override
  public @Nullable Row next() {
    while (!ended) {
      JsonRows rows = page;
      if (rows != null && position < rows.rows()) {
        int row = position++;
        return row(JsonParser.LENIENT.parse(rows.page(), rows.start(row), rows.end(row)));
      }
      page = null;
      position = 0;
      take();
    }
    return null;
  }

  private void take() {
    try {
      switch (signals.take()) {
        case Signal.Page(JsonRows rows) -> page = rows;
        case Signal.Failed(RuntimeException error) -> {
          ended = true;
          throw error;
        }
        case Signal.Broken(Error error) -> {
          ended = true;
          throw error;
        }
        case Signal.Ended() -> ended = true;
      }
    } catch (InterruptedException e) {
      ended = true;
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("rows.cancelled", "Reading rows was cancelled.")
          .at(Place.stream(stream.name().toString()));
    }
  }

  private static Row row(@Nullable Object json) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> object) {
      object.forEach((key, value) -> values.put(String.valueOf(key), value));
    }
    return Row.of(values);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    // Whoever waits for the next row is let go.
    signals.clear();
    signals.add(new Signal.Ended());
    source.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
