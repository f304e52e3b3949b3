package dev.godwit.core.sync;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Brings signals from many readers to one writer. Bounded in bytes, not in items: readers wait
/// while the rows inside exceed the limit. A single batch larger than the limit passes when nothing
/// else is inside.
final class SignalQueue implements AutoCloseable {
  /// As patient as one can be.
  static final long FOREVER = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Signal> signals = new ArrayDeque<>();
  private final long limit;
  private long bytes;
  private volatile boolean closed;

  /// A queue that makes readers wait beyond `limit` bytes of rows.
  SignalQueue(long limit) {
    this.limit = limit;
  }

  /// Waits for room; signals without rows never wait.
  ///
  /// @throws InterruptedException also when the writer has gone away
  void put(Signal signal) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && bytes > 0 && signal.bytes() > 0 && bytes + signal.bytes() > limit) {
        changed.await();
      }
      if (closed) {
        throw new InterruptedException("the writer has gone away");
      }
      signals.add(signal);
      bytes += signal.bytes();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next signal, or null when none came for `nanos`.
  @Nullable Signal take(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (signals.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = changed.awaitNanos(left);
      }
      Signal signal = signals.remove();
      bytes -= signal.bytes();
      changed.signalAll();
      return signal;
    } finally {
      lock.unlock();
    }
  }

  /// Whether the writer has gone away.
  boolean isClosed() {
    return closed;
  }

  /// Lets waiting readers go; the writer has gone away.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
