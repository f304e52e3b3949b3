package dev.godwit.protocol.foreign;

import dev.godwit.core.JsonRows;
import dev.godwit.core.StreamState;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.queue.ByteQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Brings what a connector says about one stream to the one who reads that stream. Bounded in
/// bytes: whoever listens to the connector waits while too many rows lie here, and so does the
/// connector. Once the reader has gone, everything is dropped. Thread-safe.
final class Lane {
  /// Rows that may wait, in bytes: some pages.
  private static final long LIMIT = 4L << 20;

  /// What is said about a stream.
  sealed interface Item {
    record Rows(JsonRows rows) implements Item {}

    /// Where to go on, after all rows before it.
    ///
    /// @param state null when there is nothing to go on from
    record State(@Nullable StreamState state) implements Item {}

    /// Nothing more comes.
    ///
    /// @param error null when the stream was read completely
    record End(@Nullable GodwitException error) implements Item {}
  }

  private final ByteQueue<Item> items = new ByteQueue<>(LIMIT, Lane::bytes);
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean ended;

  private static long bytes(Item item) {
    return item instanceof Item.Rows rows ? rows.rows().bytes() : 0;
  }

  /// Notes that the connector works on the stream.
  void begin() {
    begun.countDown();
  }

  /// Waits until the connector works on the stream, or has nothing to say about it.
  void awaitBeginning() throws InterruptedException {
    begun.await();
  }

  /// Adds what was said, waiting for room where it is rows. After an end nothing is added. For the
  /// one thread that listens.
  void put(Item item) throws InterruptedException {
    begin();
    if (!ended) {
      ended = item instanceof Item.End;
      items.putUnlessClosed(item);
    }
  }

  /// Takes what comes next. Waits for it.
  Item take() throws InterruptedException {
    Item next = null;
    while (next == null) {
      next = items.take(ByteQueue.FOREVER);
    }
    return next;
  }

  /// Whether the stream's end was told.
  boolean hasEnded() {
    return ended;
  }

  /// The reader has gone.
  void close() {
    items.close();
  }
}
