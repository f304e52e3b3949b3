package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonParser;
import java.nio.charset.StandardCharsets;

/// Looks at JSON strings, whose positions include their quotes.
final class Texts {
  private static final int CONTINUATION = 0x80;
  private static final int CONTINUATION_MASK = 0xC0;

  private Texts() {}

  static String decode(byte[] page, int start, int end) {
    return hasEscape(page, start, end)
        ? String.valueOf(JsonParser.LENIENT.parse(page, start, end))
        : new String(page, start + 1, end - start - 2, StandardCharsets.UTF_8);
  }

  /// The number of characters, as Unicode counts them.
  static int length(byte[] page, int start, int end) {
    if (hasEscape(page, start, end)) {
      String text = decode(page, start, end);
      return text.codePointCount(0, text.length());
    }
    int length = 0;
    for (int i = start + 1; i < end - 1; i++) {
      if ((page[i] & CONTINUATION_MASK) != CONTINUATION) {
        length++;
      }
    }
    return length;
  }

  static boolean hasEscape(byte[] page, int start, int end) {
    for (int i = start; i < end; i++) {
      if (page[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
