package dev.godwit.core.queue;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Brings things from many to one who takes them. Bounded in bytes before it is in number: who
/// brings waits while what is inside exceeds the limit. A single thing larger than the limit passes
/// when nothing else that takes room is inside. Thread-safe.
public final class ByteQueue<T> implements AutoCloseable {
  /// As patient as one can be.
  public static final long FOREVER = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final long mostBytes;
  private final int most;
  private final ToLongFunction<T> size;
  private long bytes;
  private volatile boolean closed;

  /// A queue of any number of things.
  public ByteQueue(long mostBytes, ToLongFunction<T> size) {
    this(mostBytes, Integer.MAX_VALUE, size);
  }

  /// A queue that makes whoever brings wait beyond so many bytes or things.
  ///
  /// @param size room that a thing takes, in bytes; those that take none never wait for bytes
  public ByteQueue(long mostBytes, int most, ToLongFunction<T> size) {
    this.mostBytes = mostBytes;
    this.most = most;
    this.size = size;
  }

  /// Waits for room.
  ///
  /// @throws InterruptedException also when the one who takes has gone away
  public void put(T thing) throws InterruptedException {
    if (!putUnlessClosed(thing)) {
      throw new InterruptedException("nobody takes any more");
    }
  }

  /// As {@link #put}.
  ///
  /// @return false when the one who takes has gone away
  public boolean putUnlessClosed(T thing) throws InterruptedException {
    long room = size.applyAsLong(thing);
    lock.lockInterruptibly();
    try {
      while (!closed && isFull(room)) {
        changed.await();
      }
      if (closed) {
        return false;
      }
      waiting.add(thing);
      bytes += room;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(long room) {
    return waiting.size() >= most || (bytes > 0 && room > 0 && bytes + room > mostBytes);
  }

  /// The next thing, or null when none came for `nanos`.
  public @Nullable T take(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (waiting.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = changed.awaitNanos(left);
      }
      T thing = waiting.remove();
      bytes -= size.applyAsLong(thing);
      changed.signalAll();
      return thing;
    } finally {
      lock.unlock();
    }
  }

  /// Whether the one who takes has gone away.
  public boolean isClosed() {
    return closed;
  }

  /// The one who takes goes away: what waits is dropped, and whoever waits is let go.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      bytes = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
