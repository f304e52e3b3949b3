package dev.godwit.destinations.internal.sql;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where rows lie that may not land where they belong: `_godwit_quarantine`, one table for all
/// streams.
final class Quarantine {
  private static final String ROW = "row";

  private static final TableShape SHAPE =
      new TableShape(
          List.of(
              column("namespace", FieldType.VARCHAR),
              column("stream", FieldType.VARCHAR),
              column("slice", FieldType.JSON),
              column("reason", FieldType.VARCHAR),
              column("message", FieldType.VARCHAR),
              column("field", FieldType.VARCHAR),
              column(ROW, FieldType.JSON)),
          List.of(),
          false);

  private Quarantine() {}

  private static Column column(String name, FieldType type) {
    return new Column(name, name, type);
  }

  static StreamTable table(Connection connection, Dialect dialect, long generation)
      throws SQLException {
    return new StreamTable(TableName.own(dialect, connection, "quarantine"), SHAPE, generation);
  }

  /// Rows of the table, of one slice.
  ///
  /// @param rejected of one slice, at least one
  static List<JsonRows> rows(List<RejectedRow> rejected) {
    JsonBuffer page = new JsonBuffer();
    JsonRows.Builder rows = new JsonRows.Builder();
    for (RejectedRow row : rejected) {
      int start = page.length();
      write(row, page);
      rows.add(start, page.length());
    }
    RejectedRow first = rejected.getFirst();
    JsonRows batch = rows.build(first.slice(), page.toBytes(), first.emittedAt());
    return batch == null ? List.of() : List.of(batch);
  }

  private static void write(RejectedRow rejected, JsonBuffer target) {
    StreamName stream = rejected.slice().stream();
    Map<String, @Nullable Object> slice = new LinkedHashMap<>(rejected.slice().partition());
    slice.putAll(rejected.slice().interval());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("namespace", stream.namespace());
    fields.put("stream", stream.name());
    fields.put("slice", slice);
    fields.put("reason", rejected.reason());
    fields.put("message", rejected.message());
    fields.put("field", rejected.field());
    JsonWriter.write(fields, target);
    target.truncate(target.length() - 1);
    target.addAscii(",\"" + ROW + "\":");
    target.add(rejected.row(), 0, rejected.row().length);
    target.add((byte) '}');
  }
}
