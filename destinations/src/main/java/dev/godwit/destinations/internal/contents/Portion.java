package dev.godwit.destinations.internal.contents;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some pages of a stream's rows: a slice. Whoever closes it lets the next one begin.
final class Portion implements SliceReader {
  /// Pages are added until there is this much, in bytes of rows.
  private static final long ENOUGH = 32L << 20;

  private final Slice slice;
  private final Function<Slice, @Nullable JsonRows> pages;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable JsonRows first;
  private long bytes;

  /// @param first of its pages
  /// @param pages reads the next one
  Portion(Slice slice, JsonRows first, Function<Slice, @Nullable JsonRows> pages) {
    this.slice = slice;
    this.first = first;
    this.pages = pages;
  }

  Slice slice() {
    return slice;
  }

  @Override
  public @Nullable JsonRows next() {
    JsonRows page = first;
    first = null;
    if (page == null && bytes < ENOUGH) {
      page = pages.apply(slice);
    }
    bytes = page == null ? ENOUGH : bytes + page.bytes();
    return page;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  void awaitClose() throws InterruptedException {
    closed.await();
  }

  /// Reads what nobody else has read of it.
  void passOver() {
    JsonRows unread = next();
    while (unread != null) {
      unread = next();
    }
  }
}
