package dev.godwit.destinations.internal.contents;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.json.JsonCompactor;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts rows into pages, so that those of a page were read at the same time. For one thread.
final class RowPages implements AutoCloseable {
  /// Pages end with the row that goes beyond this.
  private static final int FULL = 192 << 10;

  private final RowFeed feed;
  private final boolean loose;
  private byte[] page = new byte[FULL + (FULL >> 2)];
  private int length;
  private boolean waiting;
  private boolean ended;

  /// @param loose whether rows may have spaces and line breaks between their tokens
  RowPages(RowFeed feed, boolean loose) {
    this.feed = feed;
    this.loose = loose;
  }

  /// The next page; null when there are no more rows.
  @Nullable JsonRows next(Slice slice) throws SQLException {
    if (ended || !(waiting || feed.next())) {
      ended = true;
      return null;
    }
    long emittedAt = feed.emittedAt();
    JsonRows.Builder rows = new JsonRows.Builder();
    length = 0;
    do {
      int start = length;
      add();
      rows.add(start, length);
      waiting = feed.next();
    } while (waiting && length < FULL && feed.emittedAt() == emittedAt);
    ended = !waiting;
    return rows.build(slice, Arrays.copyOf(page, length), emittedAt);
  }

  private void add() {
    int size = feed.end() - feed.start();
    if (page.length - length < size) {
      page = Arrays.copyOf(page, Math.max(length + size, page.length));
    }
    if (loose) {
      length = JsonCompactor.copy(feed.bytes(), feed.start(), feed.end(), page, length);
    } else {
      System.arraycopy(feed.bytes(), feed.start(), page, length, size);
      length += size;
    }
  }

  @Override
  public void close() throws SQLException {
    feed.close();
  }
}
