package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Plays a case of a cursor.
///
/// A case is what stands under `incremental_sync`, the state that it goes on from, and what is
/// read: the number of a slice and the cursor values of its rows, in the order in which the slices
/// end.
final class CursorPlay {
  private static final StreamName STREAM = StreamName.of("items");

  private CursorPlay() {}

  /// What our cursor does: `ok` with slices and state, or `error` with a message.
  ///
  /// @param row cursor, state and reads
  static List<@Nullable Object> play(List<@Nullable Object> row) throws InterruptedException {
    try {
      CursorRules rules = TestCursors.compile(map(row.getFirst()));
      try (StreamCursor cursor = open(rules, map(row.get(1)))) {
        List<Slice> slices = all(cursor);
        for (Object read : list(row.get(2))) {
          read(cursor, slices, list(read));
        }
        List<@Nullable Object> answer = new ArrayList<>();
        answer.add("ok");
        answer.add(slices.stream().map(Slice::interval).toList());
        answer.add(cursor.end());
        return answer;
      }
    } catch (GodwitException e) {
      return List.of("error", e.message());
    }
  }

  private static StreamCursor open(CursorRules rules, Map<String, @Nullable Object> state) {
    return switch (rules) {
      case DateRules dates -> Cursors.single(STREAM, dates, state, Log.NONE);
      case CountRules counts -> Cursors.counting(STREAM, counts, state, Log.NONE);
    };
  }

  private static List<Slice> all(StreamCursor cursor) throws InterruptedException {
    List<Slice> slices = new ArrayList<>();
    for (Slice slice = cursor.next(); slice != null; slice = cursor.next()) {
      slices.add(slice);
    }
    return slices;
  }

  private static void read(StreamCursor cursor, List<Slice> slices, List<@Nullable Object> read) {
    int number = ((Long) Objects.requireNonNull(read.getFirst())).intValue();
    if (number >= slices.size()) {
      return;
    }
    Slice slice = slices.get(number);
    for (Object value : list(read.getLast())) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("at", value);
      byte[] page = JsonWriter.text(fields).getBytes(StandardCharsets.UTF_8);
      JsonRows.Builder rows = new JsonRows.Builder();
      rows.add(0, page.length);
      cursor.observe(slice, Objects.requireNonNull(rows.build(slice, page, 0)));
    }
    cursor.finish(slice);
  }

  /// Whether an answer is the expected one; errors are all alike.
  static boolean agree(List<@Nullable Object> expected, List<@Nullable Object> found) {
    boolean bothFail = "error".equals(expected.getFirst()) && "error".equals(found.getFirst());
    return bothFail || found.equals(expected);
  }

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object value) {
    return (List<@Nullable Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }
}
