package dev.godwit.destinations.internal.rowfile;

import dev.godwit.core.fit.RowCheck;
import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.encode.FieldwiseEncoder;
import dev.godwit.destinations.internal.encode.JsonField;
import dev.godwit.destinations.internal.encode.RawIds;
import dev.godwit.destinations.internal.encode.RowForm;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as lines of JSON. Fields without a value are left out, and decimals are text, since readers
/// make doubles of numbers. For one thread.
public final class JsonLineForm implements RowForm {
  /// What readers take: DuckDB stops at 128 levels; JSON itself has no infinite numbers.
  private static final ReadableValue READABLE = new ReadableValue(100, true, false);

  private final FieldType[] types;
  private final byte[][] names;
  private final byte[] start;
  private final byte[] generation;
  private final RawIds ids = new RawIds();
  private final JsonBuffer target = new JsonBuffer();
  private byte[] readAt = {};

  private JsonLineForm(TableShape shape, long generation, String label) {
    List<Column> columns = shape.columns();
    this.types = columns.stream().map(Column::type).toArray(FieldType[]::new);
    this.names =
        columns.stream()
            .map(column -> utf8("," + JsonWriter.text(column.name()) + ":"))
            .toArray(byte[][]::new);
    this.start = utf8("{" + label + "\"" + TableShape.RAW_ID + "\":\"");
    this.generation = utf8(",\"" + TableShape.GENERATION_ID + "\":" + generation);
  }

  /// Makes lines of rows.
  ///
  /// @param generation number of the refresh that the rows belong to
  public static RowEncoder encoder(TableShape shape, long generation) {
    return encoder(shape, generation, "");
  }

  /// As {@link #encoder(TableShape, long)}, for lines of several streams.
  ///
  /// @param label what each line begins with: a field as JSON and a comma
  public static RowEncoder encoder(TableShape shape, long generation, String label) {
    return new FieldwiseEncoder(
        shape,
        new JsonLineForm(shape, generation, label),
        new RowFitter(shape, ValueFit::fit, READABLE::of));
  }

  @Override
  public JsonBuffer begin(long emittedAt) {
    target.clear();
    readAt =
        utf8(
            "\",\"%s\":\"%s\",\"%s\":{\"changes\":"
                .formatted(
                    TableShape.EXTRACTED_AT, Instant.ofEpochMilli(emittedAt), TableShape.META));
    return target;
  }

  @Override
  public void beginRow(List<?> changes) {
    add(start);
    ids.add(target);
    add(readAt);
    JsonWriter.write(changes, target);
    target.add((byte) '}');
    add(generation);
  }

  @Override
  public boolean copy(int column, byte[] page, int from, int to) {
    FieldType type = types[column];
    boolean text = type != FieldType.VARCHAR || page[from] == '"';
    boolean fits = type == FieldType.JSON || (text && RowCheck.fits(type, page, from, to));
    if (!fits || !JsonField.isPlain(page, from, to)) {
      return false;
    }
    add(names[column]);
    boolean quoted = types[column] == FieldType.DECIMAL && page[from] != '"';
    if (quoted) {
      target.add((byte) '"');
    }
    target.add(page, from, to);
    if (quoted) {
      target.add((byte) '"');
    }
    return true;
  }

  @Override
  public void write(int column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    add(names[column]);
    switch (types[column]) {
      case DOUBLE -> JsonWriter.write(finite(value), target);
      case VARCHAR ->
          JsonWriter.write(value instanceof String ? value : JsonWriter.text(value), target);
      case BOOLEAN, BIGINT, HUGEINT, DECIMAL, TIME, TIMETZ, DATE, TIMESTAMP, TIMESTAMPTZ, JSON ->
          JsonWriter.write(value, target);
    }
  }

  private static Object finite(Object value) {
    return value instanceof Double real && !Double.isFinite(real) ? real.toString() : value;
  }

  @Override
  public void endRow() {
    target.add((byte) '}');
    target.add((byte) '\n');
  }

  @Override
  public JsonBuffer end(int rows) {
    return target;
  }

  private void add(byte[] bytes) {
    target.add(bytes, 0, bytes.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
