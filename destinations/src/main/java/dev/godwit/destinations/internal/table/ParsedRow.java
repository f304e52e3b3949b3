package dev.godwit.destinations.internal.table;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row out of its bytes, also where some of them are no UTF-8. Such a byte becomes half of a
/// surrogate pair, which {@link ReadableValue} replaces, so that it is noted as a change.
public final class ParsedRow {
  private static final int HALF = 0xDC00;

  private ParsedRow() {}

  /// The fields of the row between two positions.
  ///
  /// @throws GodwitException CONTRACT `destination.not-a-row` for JSON that is no object
  public static Map<?, ?> of(byte[] page, int start, int end) {
    Object parsed =
        Utf8.isValid(page, start, end)
            ? JsonParser.LENIENT.parse(page, start, end)
            : parseEscaped(page, start, end);
    if (parsed instanceof Map<?, ?> row) {
      return row;
    }
    throw GodwitException.contract("destination.not-a-row", "A row is not a JSON object.");
  }

  private static @Nullable Object parseEscaped(byte[] page, int start, int end) {
    JsonBuffer text = new JsonBuffer(end - start + 64);
    int i = start;
    while (i < end) {
      int length = Utf8.length(page, i, end);
      if (length == 0) {
        String escape = "\\u%04x".formatted(HALF | (page[i] & 0xFF));
        byte[] ascii = escape.getBytes(StandardCharsets.US_ASCII);
        text.add(ascii, 0, ascii.length);
        i++;
      } else {
        text.add(page, i, i + length);
        i += length;
      }
    }
    return JsonParser.LENIENT.parse(text.bytes(), 0, text.length());
  }
}
