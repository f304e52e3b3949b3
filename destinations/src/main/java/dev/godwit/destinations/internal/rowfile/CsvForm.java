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
import dev.godwit.destinations.internal.encode.TextField;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows as lines of CSV after RFC 4180, in UTF-8: a comma between fields, quotes where they are
/// needed. A field without a value is empty, an empty text has quotes, and what is nested is JSON.
/// For one thread.
public final class CsvForm implements RowForm {
  /// Readers of CSV stumble over characters of the code 0.
  private static final ReadableValue READABLE = new ReadableValue(100, false, false);

  private final FieldType[] types;
  private final byte[] generation;
  private final RawIds ids = new RawIds();
  private final JsonBuffer target = new JsonBuffer();
  private final JsonBuffer text = new JsonBuffer();
  private byte[] readAt = {};

  private CsvForm(TableShape shape, long generation) {
    this.types = shape.columns().stream().map(Column::type).toArray(FieldType[]::new);
    this.generation = utf8("," + generation);
  }

  /// Makes lines of rows.
  ///
  /// @param generation number of the refresh that the rows belong to
  public static RowEncoder encoder(TableShape shape, long generation) {
    return new FieldwiseEncoder(
        shape, new CsvForm(shape, generation), new RowFitter(shape, ValueFit::fit, READABLE::of));
  }

  /// The line with the names of the columns.
  public static byte[] header(TableShape shape) {
    JsonBuffer line = new JsonBuffer();
    String names =
        Stream.concat(TableShape.OWN_COLUMNS.stream(), shape.columns().stream().map(Column::name))
            .map(name -> {
              line.clear();
              byte[] bytes = utf8(name);
              addText(bytes, 0, bytes.length, line);
              return line.toString();
            })
            .collect(Collectors.joining(","));
    return utf8(names + "\n");
  }

  @Override
  public JsonBuffer begin(long emittedAt) {
    target.clear();
    readAt = utf8("," + Instant.ofEpochMilli(emittedAt) + ",");
    return target;
  }

  @Override
  public void beginRow(List<?> changes) {
    ids.add(target);
    target.add(readAt, 0, readAt.length);
    addText(JsonWriter.bytes(Map.of("changes", changes)));
    target.add(generation, 0, generation.length);
  }

  @Override
  public boolean copy(int column, byte[] page, int start, int end) {
    target.add((byte) ',');
    return switch (types[column]) {
      case VARCHAR -> page[start] == '"' && copyText(page, start + 1, end - 1);
      case JSON -> copyJson(page, start, end);
      case DECIMAL -> copyWord(types[column], page, start, end, page[start] == '"' ? 1 : 0);
      case BOOLEAN, BIGINT, HUGEINT, DOUBLE ->
          page[start] != '"' && copyWord(types[column], page, start, end, 0);
      case TIME, TIMETZ, DATE, TIMESTAMP, TIMESTAMPTZ ->
          page[start] == '"' && copyWord(types[column], page, start, end, 1);
    };
  }

  private boolean copyText(byte[] page, int start, int end) {
    text.clear();
    if (!TextField.add(page, start, end, text)) {
      return false;
    }
    addText(text.bytes(), 0, text.length(), target);
    return true;
  }

  private boolean copyJson(byte[] page, int start, int end) {
    if (!JsonField.isPlain(page, start, end)) {
      return false;
    }
    addText(page, start, end, target);
    return true;
  }

  /// Copies a value that needs no quotes.
  private boolean copyWord(FieldType type, byte[] page, int start, int end, int quotes) {
    if (!RowCheck.fits(type, page, start, end) || !JsonField.isPlain(page, start, end)) {
      return false;
    }
    target.add(page, start + quotes, end - quotes);
    return true;
  }

  @Override
  public void write(int column, @Nullable Object value) {
    target.add((byte) ',');
    if (value != null) {
      boolean plain = value instanceof String && types[column] != FieldType.JSON;
      addText(plain ? utf8(value.toString()) : JsonWriter.bytes(value));
    }
  }

  private void addText(byte[] bytes) {
    addText(bytes, 0, bytes.length, target);
  }

  private static void addText(byte[] bytes, int start, int end, JsonBuffer line) {
    boolean quoted = start == end;
    for (int i = start; i < end && !quoted; i++) {
      byte b = bytes[i];
      quoted = b == '"' || b == ',' || b == '\n' || b == '\r';
    }
    if (!quoted) {
      line.add(bytes, start, end);
      return;
    }
    line.add((byte) '"');
    int copied = start;
    for (int i = start; i < end; i++) {
      if (bytes[i] == '"') {
        line.add(bytes, copied, i + 1);
        copied = i;
      }
    }
    line.add(bytes, copied, end);
    line.add((byte) '"');
  }

  @Override
  public void endRow() {
    target.add((byte) '\n');
  }

  @Override
  public JsonBuffer end(int rows) {
    return target;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
