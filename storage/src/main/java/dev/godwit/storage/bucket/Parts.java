package dev.godwit.storage.bucket;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does large things in parts, some at the same time.
public final class Parts {
  /// Files up to this size, and parts of larger ones, are sent in one request.
  public static final long SENT = 16L << 20;

  /// Of the 10,000 that S3 allows, which is the fewest.
  private static final long MOST = 9_000;

  private static final long MEBIBYTE = 1L << 20;
  private static final int AT_ONCE = 4;

  private Parts() {}

  /// How large parts have to be so that there are not too many: at least `least`, in whole MiB.
  public static long size(long whole, long least) {
    long needed = (whole + MOST - 1) / MOST;
    return Math.max(least, (needed + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
  }

  /// Does something with each part, in any order.
  ///
  /// @return what came of each, in the order of the parts
  public static <T> List<T> each(long whole, long size, Part<T> part) {
    List<Callable<T>> tasks = new ArrayList<>();
    for (long from = 0; from < whole; from += size) {
      int number = tasks.size() + 1;
      long start = from;
      long length = Math.min(size, whole - from);
      tasks.add(() -> part.done(number, start, length));
    }
    return all(tasks);
  }

  /// Does all of it, some at the same time. The first failure ends the rest.
  public static <T> List<T> all(List<? extends Callable<T>> tasks) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      try {
        List<Future<T>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(threads.submit(task)));
        List<T> done = new ArrayList<>();
        for (Future<T> each : running) {
          done.add(each.get());
        }
        return done;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("interrupted"));
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /// A stretch of something large.
  public interface Part<T> {
    /// Does it.
    ///
    /// @param number from 1
    T done(int number, long from, long length);
  }
}
