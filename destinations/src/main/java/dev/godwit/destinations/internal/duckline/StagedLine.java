package dev.godwit.destinations.internal.duckline;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.destinations.internal.table.ParsedRow;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a row lies in staging: a line of JSON that begins with when it was read in milliseconds
/// since 1970, followed by the row's own fields. What was changed to make it fit is among them,
/// where there is something.
final class StagedLine {
  /// DuckDB stops at 128 levels; a row and its line take some of them.
  static final ReadableValue READABLE = new ReadableValue(100, true, true);

  private static final byte[] START = ascii("{\"" + TableShape.EMITTED_AT + "\":");
  private static final byte[] WHOLE_ROW = ascii("\"" + TableShape.DATA + "\":");

  private StagedLine() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// What a line of a batch begins with.
  static byte[] prefix(long emittedAt) {
    return ascii("{\"" + TableShape.EMITTED_AT + "\":" + emittedAt + ",");
  }

  /// Appends a row as it is, its fields side by side with ours.
  static void write(byte[] prefix, byte[] page, int start, int end, JsonBuffer target) {
    boolean empty = end - start == 2;
    target.add(prefix, 0, empty ? prefix.length - 1 : prefix.length);
    target.add(page, start + 1, end);
    target.add((byte) '\n');
  }

  /// Appends a row as it is, as one field.
  static void writeWhole(byte[] prefix, byte[] page, int start, int end, JsonBuffer target) {
    target.add(prefix, 0, prefix.length);
    target.add(WHOLE_ROW, 0, WHOLE_ROW.length);
    target.add(page, start, end);
    target.add((byte) '}');
    target.add((byte) '\n');
  }

  /// Appends a fitted row as a line of its own.
  static void write(RowFitter.Fitted fitted, long emittedAt, JsonBuffer target) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put(TableShape.EMITTED_AT, emittedAt);
    if (!fitted.changes().isEmpty()) {
      line.put(TableShape.CHANGES, fitted.changes());
    }
    line.putAll(fitted.fields());
    JsonWriter.write(line, target);
    target.add((byte) '\n');
  }

  /// When the row of a line was read.
  static long emittedAt(byte[] line) {
    long value = 0;
    for (int i = START.length; i < line.length && line[i] >= '0' && line[i] <= '9'; i++) {
      value = value * 10 + (line[i] - '0');
    }
    return value;
  }

  /// All fields of a line, ours included.
  static Map<?, ?> fields(byte[] line) {
    return ParsedRow.of(line, 0, line.length);
  }
}
