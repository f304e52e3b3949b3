package dev.godwit.protocol;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.wire.MessageWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sees to it that no message waits long in a buffer while nothing else is printed.
final class Flusher implements AutoCloseable {
  /// As long as the reference keeps messages back.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final CountDownLatch closed = new CountDownLatch(1);

  Flusher(MessageWriter out) {
    Thread.ofVirtual().name("flusher").start(() -> flush(out));
  }

  private void flush(MessageWriter out) {
    try {
      while (!closed.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
        out.flush();
      }
    } catch (InterruptedException | GodwitException nobodyWaits) {
      // The writer of messages remembers an output that is broken.
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
