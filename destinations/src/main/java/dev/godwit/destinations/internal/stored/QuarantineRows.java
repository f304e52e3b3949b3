package dev.godwit.destinations.internal.stored;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that may not land where they belong, as rows of a table of their own: `_godwit_quarantine`.
public final class QuarantineRows {
  /// What the table is called.
  public static final StreamName STREAM = StreamName.of("_godwit_quarantine");

  private static final String ROW = "row";

  public static final TableShape SHAPE =
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

  private QuarantineRows() {}

  private static Column column(String name, FieldType type) {
    return new Column(name, name, type);
  }

  /// Rows of one slice as they lie in quarantine.
  ///
  /// @param rejected of one slice, at least one
  public static List<JsonRows> of(List<RejectedRow> rejected) {
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
