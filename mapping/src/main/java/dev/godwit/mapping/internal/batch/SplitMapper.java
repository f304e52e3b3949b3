package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Takes the two halves of a batch through all rules of a stream at the same time, since to hash
/// many fields of a row takes longer than to read it.
public final class SplitMapper implements RowMapper {
  /// For fewer rows another thread is not worth it.
  private static final int FEW = 64;

  private final BatchMapper first;
  private final BatchMapper second;

  public SplitMapper(Program program) {
    this.first = new BatchMapper(program);
    this.second = new BatchMapper(program);
  }

  @Override
  public Mapped map(RecordBatch batch) {
    return switch (batch) {
      case JsonRows rows when rows.rows() < FEW -> first.map(rows);
      case JsonRows rows -> map(rows);
    };
  }

  private Mapped map(JsonRows batch) {
    int half = batch.rows() / 2;
    JsonRows end = part(batch, half, batch.rows());
    FutureTask<Mapped> ending = new FutureTask<>(() -> second.map(end));
    Thread.ofVirtual().name("rules").start(ending);
    Mapped begun;
    try {
      begun = first.map(part(batch, 0, half));
    } catch (RuntimeException | Error e) {
      await(ending);
      throw e;
    }
    await(ending);
    return Halves.join(begun, ended(ending));
  }

  private static JsonRows part(JsonRows batch, int from, int to) {
    JsonRows.Builder rows = new JsonRows.Builder();
    for (int row = from; row < to; row++) {
      rows.add(batch, row);
    }
    JsonRows part = rows.build(batch.slice(), batch.page(), batch.emittedAt());
    if (part == null) {
      throw new IllegalArgumentException("a part without rows");
    }
    return part;
  }

  /// Waits to the end, also when interrupted meanwhile: no thread may outlive the call.
  private static void await(FutureTask<Mapped> task) {
    boolean interrupted = false;
    while (true) {
      try {
        task.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Mapped ended(FutureTask<Mapped> task) {
    return switch (task.state()) {
      case SUCCESS -> task.resultNow();
      case FAILED -> throw thrown(task.exceptionNow());
      case RUNNING, CANCELLED -> throw new IllegalStateException("was waited for");
    };
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    try (second) {
      first.close();
    }
  }
}
