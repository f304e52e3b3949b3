package dev.godwit.core.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads single values out of text that is known to be JSON: plain strings, small integers and
/// literals without setting up a parser. Stateless.
public final class JsonPiece {
  private static final int SURELY_LONG = 18;

  private JsonPiece() {}

  /// The value between two positions, as {@link JsonParser#STRICT} reads it.
  ///
  /// @param start first byte of a well-formed value, `end` the byte after it
  public static @Nullable Object read(byte[] page, int start, int end) {
    byte first = page[start];
    return switch (first) {
      case 'n' -> null;
      case 't' -> true;
      case 'f' -> false;
      case '"' -> text(page, start, end);
      case '{', '[' -> JsonParser.STRICT.parse(page, start, end);
      default -> number(page, start, end);
    };
  }

  private static @Nullable Object text(byte[] page, int start, int end) {
    int all = 0;
    for (int i = start + 1; i < end - 1; i++) {
      if (page[i] == '\\') {
        return JsonParser.STRICT.parse(page, start, end);
      }
      all |= page[i];
    }
    return new String(
        page,
        start + 1,
        end - start - 2,
        all < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Object number(byte[] page, int start, int end) {
    boolean negative = page[start] == '-';
    int first = negative ? start + 1 : start;
    if (end - first > SURELY_LONG) {
      return JsonParser.STRICT.parse(page, start, end);
    }
    long value = 0;
    for (int i = first; i < end; i++) {
      int digit = page[i] - '0';
      if (digit < 0 || digit > 9) {
        return JsonParser.STRICT.parse(page, start, end);
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }
}
