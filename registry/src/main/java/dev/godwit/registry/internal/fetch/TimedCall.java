package dev.godwit.registry.internal.fetch;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A call that is waited for only so long, whatever it hangs on.
final class TimedCall {
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private TimedCall() {}

  /// Makes a call in a thread of its own.
  ///
  /// @param end ends what the call waits for
  static <T> T within(Duration time, Callable<T> call, Runnable end) throws IOException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = Thread.ofVirtual().start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      end.run();
      letEnd(thread);
      throw new HttpTimeoutException("it took longer than " + time.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      end.run();
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("registry.unreachable", "The download was interrupted.")
          .causedBy(e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      thread.interrupt();
    }
  }

  /// What was ended puts its things away, which takes it a moment.
  private static void letEnd(Thread thread) {
    thread.interrupt();
    try {
      thread.join(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IOException thrown(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> new IOException("the call failed");
      case IOException problem -> problem;
      case RuntimeException problem -> throw problem;
      case Error problem -> throw problem;
      default -> new IOException(cause);
    };
  }
}
