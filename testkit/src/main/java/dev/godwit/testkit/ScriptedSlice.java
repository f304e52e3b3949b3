package dev.godwit.testkit;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one slice of a {@link ScriptedStream} delivers.
///
/// @param batches rows as compact JSON objects, batch by batch
/// @param end what happens when all rows are delivered
public record ScriptedSlice(List<List<String>> batches, End end) {
  /// When rows are said to be read: 2024-06-01T11:59:00Z, in milliseconds.
  public static final long READ_AT = 1_717_243_140_000L;

  public ScriptedSlice {
    batches = batches.stream().filter(rows -> !rows.isEmpty()).map(List::copyOf).toList();
  }

  /// The last thing that a slice does.
  @FunctionalInterface
  public interface End {
    /// Ends the slice well, or badly by throwing.
    void run() throws InterruptedException;
  }

  /// A slice of one batch that ends well.
  public static ScriptedSlice of(List<String> rows) {
    return new ScriptedSlice(List.of(rows), () -> {});
  }

  /// This slice, failing after its rows as a source does whose API is out of order.
  public ScriptedSlice failing() {
    return then(() -> {
      throw GodwitException.transientError("http.failed", "The API is out of order.");
    });
  }

  /// This slice with another end.
  public ScriptedSlice then(End otherEnd) {
    return new ScriptedSlice(batches, otherEnd);
  }

  /// The rows of a call, counted from 0; null at the end.
  @Nullable JsonRows next(Slice slice, int call) throws InterruptedException {
    if (call < batches.size()) {
      return batch(slice, batches.get(call));
    }
    end.run();
    return null;
  }

  private static @Nullable JsonRows batch(Slice slice, List<String> rows) {
    byte[] page = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    JsonRows.Builder builder = new JsonRows.Builder();
    int at = 0;
    for (String row : rows) {
      int length = row.getBytes(StandardCharsets.UTF_8).length;
      builder.add(at, at + length);
      at += length + 1;
    }
    return builder.build(slice, page, READ_AT);
  }
}
