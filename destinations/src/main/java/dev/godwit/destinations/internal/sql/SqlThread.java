package dev.godwit.destinations.internal.sql;

import dev.godwit.core.error.GodwitException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A thread that does SQL for others, one piece of work after another. Safe for use by several
/// threads.
public final class SqlThread implements AutoCloseable {
  private final ExecutorService thread;
  private final Function<SQLException, GodwitException> failure;

  /// Work on the thread.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /// @param failure makes an error of what the database refuses
  public SqlThread(ThreadFactory factory, Function<SQLException, GodwitException> failure) {
    this.thread = Executors.newSingleThreadExecutor(factory);
    this.failure = failure;
  }

  /// Runs work and waits for it, also when interrupted meanwhile: a commit is not left half known.
  ///
  /// @throws GodwitException for whatever the database refuses
  public <T extends @Nullable Object> T call(Work<T> work) {
    Future<T> future = thread.submit(work::run);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Has work done after all that was asked for before. It deals with its failures itself.
  public void later(Runnable work) {
    thread.execute(work);
  }

  private RuntimeException failed(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException e -> failure.apply(e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> failure.apply(new SQLException(cause));
    };
  }

  /// Waits for the work that was asked for.
  @Override
  public void close() {
    thread.close();
  }
}
