package dev.godwit.protocol.foreign;

import dev.godwit.core.JsonRows;
import dev.godwit.core.StreamState;
import dev.godwit.core.error.GodwitException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private long bytes;
  private boolean begun;
  private boolean ended;
  private boolean closed;

  /// Notes that the connector works on the stream.
  void begin() {
    lock.lock();
    try {
      begun = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the connector works on the stream, or has nothing to say about it.
  void awaitBeginning() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!begun) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Adds what was said, waiting for room where it is rows. After an end nothing is added.
  void put(Item item) throws InterruptedException {
    long size = item instanceof Item.Rows rows ? rows.rows().bytes() : 0;
    lock.lockInterruptibly();
    try {
      begun = true;
      while (!closed && size > 0 && bytes > 0 && bytes + size > LIMIT) {
        changed.await();
      }
      if (!closed && !ended) {
        items.add(item);
        bytes += size;
        ended = item instanceof Item.End;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What comes next, left where it is. Waits for it.
  Item peek() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty()) {
        changed.await();
      }
      return items.element();
    } finally {
      lock.unlock();
    }
  }

  /// Takes what comes next. Waits for it. An end stays.
  Item take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Item next = peek();
      if (!(next instanceof Item.End)) {
        items.remove();
      }
      if (next instanceof Item.Rows rows) {
        bytes -= rows.rows().bytes();
        changed.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// Whether the stream's end was told.
  boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// The reader has gone.
  void close() {
    lock.lock();
    try {
      closed = true;
      items.clear();
      bytes = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
