package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a million partitions, four at a time, and prints the state. A program of its own, so that
/// a test can give it a small heap.
final class MillionPartitions {
  private static final int PARTITIONS = 1_000_000;
  private static final int AT_ONCE = 4;
  private static final byte[] ROW = "{\"at\":\"2024-03-04\"}".getBytes(StandardCharsets.UTF_8);

  private MillionPartitions() {}

  public static void main(String[] arguments) throws InterruptedException {
    DateRules rules =
        (DateRules)
            TestCursors.compile(
                Map.of(
                    "type", "DatetimeBasedCursor",
                    "cursor_field", "at",
                    "datetime_format", "%Y-%m-%d",
                    "start_datetime", "2024-03-01",
                    "end_datetime", "2024-03-09"));
    try (StreamCursor cursor =
        Cursors.partitioned(
            StreamName.of("items"), rules, new Numbers(), false, Map.of(), Log.NONE)) {
      Deque<Slice> open = new ArrayDeque<>();
      for (Slice slice = cursor.next(); slice != null; slice = cursor.next()) {
        open.add(slice);
        read(cursor, slice);
        if (open.size() == AT_ONCE) {
          cursor.finish(open.remove());
        }
      }
      open.forEach(cursor::finish);
      Map<String, @Nullable Object> state = cursor.end();
      state.remove("lookback_window");
      System.out.println(JsonWriter.text(state));
    }
  }

  private static void read(StreamCursor cursor, Slice slice) {
    JsonRows.Builder rows = new JsonRows.Builder();
    rows.add(0, ROW.length);
    cursor.observe(slice, Objects.requireNonNull(rows.build(slice, ROW, 0)));
  }

  /// The partitions 0, 1, 2 and so on, with a parent whose state moves with each thousandth.
  private static final class Numbers implements Partitions {
    private int next;

    @Override
    public @Nullable Partition next() {
      return next == PARTITIONS ? null : new Partition(Map.of("id", next++), Map.of());
    }

    @Override
    public Map<String, @Nullable Object> parentState() {
      return Map.of("parents", Map.of("page", next / 1000));
    }

    @Override
    public void close() {}
  }
}
