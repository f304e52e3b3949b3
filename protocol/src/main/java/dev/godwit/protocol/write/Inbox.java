package dev.godwit.protocol.write;

import dev.godwit.protocol.message.Message;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads messages ahead of whoever takes them. What waits is bounded in bytes and number, so that
/// the program that sends them waits as soon as rows land more slowly than they come.
final class Inbox implements AutoCloseable {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_MESSAGES = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Arrival> waiting = new ArrayDeque<>();
  private final Incoming incoming;
  private long bytes;
  private boolean closed;

  private Inbox(Incoming incoming) {
    this.incoming = incoming;
  }

  /// Begins to read. The thread ends with the input, or with the process: nobody can interrupt who
  /// waits for an input.
  static Inbox reading(Incoming incoming) {
    Inbox inbox = new Inbox(incoming);
    Thread.ofPlatform().daemon().name("input").start(inbox::read);
    return inbox;
  }

  private void read() {
    try {
      Message message = incoming.next();
      while (message != null) {
        if (!put(new Arrival.Came(message))) {
          return;
        }
        message = incoming.next();
      }
      put(new Arrival.End());
    } catch (RuntimeException | Error e) {
      put(new Arrival.Broken(e));
    }
  }

  /// Waits for room; one that is larger than all room passes when nothing else is inside.
  ///
  /// @return whether somebody still takes
  private boolean put(Arrival arrival) {
    lock.lock();
    try {
      while (!closed
          && !waiting.isEmpty()
          && (bytes + arrival.bytes() > MOST_BYTES || waiting.size() >= MOST_MESSAGES)) {
        changed.awaitUninterruptibly();
      }
      waiting.add(arrival);
      bytes += arrival.bytes();
      changed.signalAll();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /// The next one, or null when none came for `nanos`.
  @Nullable Arrival take(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (waiting.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = changed.awaitNanos(left);
      }
      Arrival arrival = waiting.remove();
      bytes -= arrival.bytes();
      changed.signalAll();
      return arrival;
    } finally {
      lock.unlock();
    }
  }

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
