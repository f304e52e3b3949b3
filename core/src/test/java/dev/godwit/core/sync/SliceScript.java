package dev.godwit.core.sync;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one slice delivers, call by call.
@FunctionalInterface
interface SliceScript {
  /// The batch of a call, counted from 0; null at the end.
  @Nullable RecordBatch next(Slice slice, int call) throws InterruptedException;

  /// One batch for each number, of so many rows.
  static SliceScript batches(int... rows) {
    return (slice, call) -> call < rows.length ? batch(slice, call, rows[call], 0) : null;
  }

  /// This script, with something done before each batch.
  default SliceScript before(Step step) {
    return (slice, call) -> {
      step.run(call);
      return next(slice, call);
    };
  }

  /// This script, which throws instead of ending.
  default SliceScript thenThrows(Throwable thrown) {
    return (slice, call) -> {
      RecordBatch batch = next(slice, call);
      if (batch == null) {
        throw disguised(thrown, RuntimeException.class);
      }
      return batch;
    };
  }

  /// Something that a slice does on its way.
  @FunctionalInterface
  interface Step {
    void run(int call) throws InterruptedException;
  }

  /// Rows that say which slice, call and position they come from.
  ///
  /// @param padding bytes that each row is longer by
  static JsonRows batch(Slice slice, int call, int rows, int padding) {
    StringBuilder page = new StringBuilder();
    JsonRows.Builder builder = new JsonRows.Builder();
    for (int row = 0; row < rows; row++) {
      int start = page.length();
      page.append("{\"id\":\"%d-%d-%d\"".formatted(slice.number(), call, row));
      page.append(",\"x\":\"").repeat("x", padding).append("\"}");
      builder.add(start, page.length());
    }
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(builder.build(slice, bytes, 0), "a batch needs rows");
  }

  /// Throws whatever it is given, as code in other languages may.
  @SuppressWarnings("unchecked")
  static <T extends Throwable> T disguised(Throwable thrown, Class<T> as) throws T {
    throw (T) thrown;
  }
}
