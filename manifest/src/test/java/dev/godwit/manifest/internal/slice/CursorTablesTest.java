package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Slices and states of date cursors, compared with the reference's.
///
/// A case is a cursor, the state that it goes on from, and what is read: the number of a slice and
/// the cursor values of its rows, in the order in which the slices end.
class CursorTablesTest {
  private static final StreamName STREAM = StreamName.of("items");

  @Test
  void slicesAndStatesAreTheReferences() throws InterruptedException {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row :
        Recorded.table(CursorTablesTest.class, "slices.json", "slices")) {
      List<@Nullable Object> expected = list(row.getLast());
      List<@Nullable Object> found = play(row);
      boolean bothFail = expected.getFirst().equals("error") && found.getFirst().equals("error");
      if (!bothFail && !found.equals(expected)) {
        differences.add(JsonWriter.text(row) + "\n  but we say " + JsonWriter.text(found));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<@Nullable Object> play(List<@Nullable Object> row)
      throws InterruptedException {
    try {
      CursorRules rules = TestCursors.compile(map(row.getFirst()));
      try (StreamCursor cursor = Cursors.single(STREAM, rules, map(row.get(1)), Log.NONE)) {
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

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> list(@Nullable Object value) {
    return (List<@Nullable Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }
}
