package dev.godwit.row;

import dev.godwit.core.Source;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.record.RecordReader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Rows that are read as they are asked for, in bounded memory. They are gone through once, as a
/// loop or as a Java stream, and closed at the end, which also ends what is being read:
///
/// ```java
/// try (Rows rows = source.stream("orders")) {
///   for (Row row : rows) { … }
/// }
/// ```
///
/// For one thread, but [#close] may be called by any. Rows that were read to their end are closed
/// already.
public final class Rows implements Iterable<Row>, AutoCloseable {
  private final RowFeed feed;
  private boolean taken;

  private Rows(RowFeed feed) {
    this.feed = feed;
  }

  /// The rows of a stream, as a full refresh reads them.
  ///
  /// @param source closed with the rows
  public static Rows of(Source source, dev.godwit.core.catalog.Stream stream) {
    return new Rows(new StreamFeed(source, stream));
  }

  /// The rows that a query selects.
  ///
  /// @param query closed with the rows
  public static Rows of(DuckDbQuery query) {
    return new Rows(new QueryFeed(query));
  }

  /// The rows, once.
  ///
  /// @throws IllegalStateException when they were asked for before
  @Override
  public Iterator<Row> iterator() {
    if (taken) {
      throw new IllegalStateException("rows are gone through once");
    }
    taken = true;
    return new Walk();
  }

  /// The rows, once, as a stream in their order. Closing the stream closes the rows.
  ///
  /// @throws IllegalStateException when they were asked for before
  public Stream<Row> stream() {
    Spliterator<Row> ordered =
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    return StreamSupport.stream(ordered, false).onClose(this::close);
  }

  /// As [#stream()], as records: see [RecordReader].
  public <R extends Record> Stream<R> as(Class<R> type) {
    RecordReader<R> reader = RecordReader.of(type);
    return stream().map(row -> reader.read(row.asMap()));
  }

  /// Ends the reading soon, and waits until nothing of it is left. More than once does no harm.
  @Override
  public void close() {
    feed.close();
  }

  private final class Walk implements Iterator<Row> {
    private @Nullable Row next;
    private boolean ended;

    /// @throws GodwitException when the rows can't be read
    @Override
    public boolean hasNext() {
      if (next == null && !ended) {
        advance();
      }
      return next != null;
    }

    private void advance() {
      try {
        next = feed.next();
      } catch (RuntimeException | Error e) {
        ended = true;
        close();
        throw e;
      }
      if (next == null) {
        ended = true;
        close();
      }
    }

    @Override
    public Row next() {
      Row row = hasNext() ? next : null;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return row;
    }
  }
}
