package dev.godwit.protocol.write;

import dev.godwit.core.queue.ByteQueue;
import dev.godwit.protocol.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads messages ahead of whoever takes them. What waits is bounded in bytes and number, so that
/// the program that sends them waits as soon as rows land more slowly than they come.
final class Inbox implements AutoCloseable {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_MESSAGES = 1000;

  private final ByteQueue<Arrival> waiting =
      new ByteQueue<>(MOST_BYTES, MOST_MESSAGES, Arrival::bytes);
  private final Incoming incoming;

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
        waiting.put(new Arrival.Came(message));
        message = incoming.next();
      }
      waiting.put(new Arrival.End());
    } catch (InterruptedException nobodyTakes) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      tell(new Arrival.Broken(e));
    }
  }

  private void tell(Arrival broken) {
    try {
      waiting.put(broken);
    } catch (InterruptedException nobodyTakes) {
      Thread.currentThread().interrupt();
    }
  }

  /// The next one, or null when none came for `nanos`.
  @Nullable Arrival take(long nanos) throws InterruptedException {
    return waiting.take(nanos);
  }

  @Override
  public void close() {
    waiting.close();
  }
}
