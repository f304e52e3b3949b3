package dev.godwit.testkit;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.Refresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The stream that is synced while processes die: its second reading brings rows with new keys and
/// new versions of rows with old keys, many slices long, and says what each slice does to a table.
final class CrashStream {
  static final StreamName NAME = StreamName.of("orders");

  /// Slices of the second reading. A run makes one commit more than that.
  static final int SLICES = 8;

  /// Marks rows that are deleted, and versions that are no longer the newest.
  private static final String OVER = " over";

  private static final int SLICES_BEFORE = 4;
  private static final int ROWS = 80;
  private static final int KEYS = 400;

  private static final Stream STREAM = describe();

  private CrashStream() {}

  /// One version of one row.
  private record Row(long id, long version) {
    String json() {
      return "{\"id\":%d,\"version\":%d,\"note\":\"Order %d, version %d\"}"
          .formatted(id, version, id, version);
    }

    String text() {
      return id + ":" + version;
    }
  }

  private static Stream describe() {
    Stream plain =
        Scenario.of(
                NAME.name(),
                """
                {"id": {"type": "integer"}, "version": {"type": "integer"}, "note": {"type": "string"}}\
                """,
                "")
            .keyed("id")
            .describe();
    return new Stream(
        NAME,
        plain.jsonSchema(),
        plain.syncModes(),
        false,
        List.of("version"),
        plain.primaryKey(),
        true,
        false);
  }

  /// The source of the first or the second reading.
  ///
  /// @param mode how rows are written; where every version counts, slices come one after the other
  static ScriptedSource source(long reading, CrashMode mode) {
    List<ScriptedSlice> slices = new ArrayList<>();
    for (long slice = 0; slice < slices(reading); slice++) {
      List<String> rows = rows(reading, slice).stream().map(Row::json).toList();
      slices.add(
          new ScriptedSlice(
              List.of(rows.subList(0, ROWS / 2), rows.subList(ROWS / 2, ROWS)), () -> {}));
    }
    return new ScriptedSource(
        mode.mode() == WriteMode.HISTORY ? 1 : 2,
        List.of(new ScriptedStream(STREAM, reading, slices, true)));
  }

  private static long slices(long reading) {
    return reading == 1 ? SLICES_BEFORE : SLICES;
  }

  /// Keys come in an order of their own, so that each slice meets keys of many others.
  private static List<Row> rows(long reading, long slice) {
    long first = (reading * 100 + slice) * ROWS;
    return LongStream.range(first, first + ROWS)
        .mapToObj(version -> new Row(version * 37 % KEYS, version))
        .toList();
  }

  /// What the table holds once some slices of the second reading are committed, after all of the
  /// first.
  static List<String> expected(CrashMode mode, Collection<Long> finished) {
    List<Row> old = new ArrayList<>();
    LongStream.range(0, SLICES_BEFORE).forEach(slice -> old.addAll(rows(1, slice)));
    List<Row> added = new ArrayList<>();
    finished.forEach(slice -> added.addAll(rows(2, slice)));
    List<Row> all = new ArrayList<>(old);
    all.addAll(added);
    boolean complete = finished.size() == SLICES;
    return switch (mode.mode()) {
      case APPEND -> texts(all);
      case APPEND_DEDUP -> texts(newest(all).values());
      case OVERWRITE -> texts(complete ? added : old);
      case OVERWRITE_DEDUP -> texts(newest(complete ? added : old).values());
      case UPDATE -> {
        Map<Long, Row> changed = newest(all);
        changed.keySet().retainAll(newest(old).keySet());
        yield texts(changed.values());
      }
      case SOFT_DELETE -> {
        Map<Long, Row> deleted = newest(added);
        yield newest(old).values().stream()
            .map(row -> row.text() + (deleted.containsKey(row.id()) ? OVER : ""))
            .toList();
      }
      case HISTORY -> {
        if (mode.refresh() == Refresh.TRUNCATE) {
          yield replaced(newest(old).values(), complete ? newest(added).values() : List.of());
        }
        Map<Long, Row> current = newest(all);
        yield all.stream()
            .map(row -> row.text() + (row.equals(current.get(row.id())) ? "" : OVER))
            .toList();
      }
    };
  }

  /// Versions that end together with those that take their place; all of them are current before.
  private static List<String> replaced(Collection<Row> old, Collection<Row> current) {
    String end = current.isEmpty() ? "" : OVER;
    return java.util.stream.Stream.concat(
            old.stream().map(row -> row.text() + end), current.stream().map(Row::text))
        .toList();
  }

  private static Map<Long, Row> newest(List<Row> rows) {
    Map<Long, Row> newest = new TreeMap<>();
    rows.forEach(row -> newest.merge(row.id(), row, (a, b) -> a.version() > b.version() ? a : b));
    return newest;
  }

  private static List<String> texts(Collection<Row> rows) {
    return rows.stream().map(Row::text).toList();
  }

  /// What the table holds in truth.
  static List<String> landed(TestedDestination tested) {
    return tested.rows(NAME).stream().map(CrashStream::text).toList();
  }

  private static String text(Map<String, @Nullable Object> row) {
    String note = "Order %s, version %s".formatted(row.get("id"), row.get("version"));
    return row.get("id")
        + ":"
        + row.get("version")
        + (note.equals(row.get("note")) ? "" : " with another note: " + row.get("note"))
        + (OwnColumns.isOver(row) ? OVER : "");
  }
}
