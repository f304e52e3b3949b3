package dev.godwit.core.json;

/// Writes strings with quotes and the escapes that JSON demands.
final class JsonStringWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonStringWriter() {}

  static void write(String text, JsonBuffer target) {
    int length = text.length();
    target.reserve(length + 2);
    target.put('"');
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        rest(text, i, target);
        return;
      }
      target.put(c);
    }
    target.put('"');
  }

  private static void rest(String text, int from, JsonBuffer target) {
    int length = text.length();
    int i = from;
    while (i < length) {
      target.reserve(length - i + 8);
      int point = text.codePointAt(i);
      if (point >= 0x80) {
        beyondAscii(point, target);
      } else if (point < ' ' || point == '"' || point == '\\') {
        escape(point, target);
      } else {
        target.put(point);
      }
      i += Character.charCount(point);
    }
    target.add((byte) '"');
  }

  private static void beyondAscii(int point, JsonBuffer target) {
    if (point < 0x800) {
      target.put(0xC0 | (point >> 6));
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      unicodeEscape(point, target);
      return;
    } else {
      if (point < 0x10000) {
        target.put(0xE0 | (point >> 12));
      } else {
        target.put(0xF0 | (point >> 18));
        target.put(0x80 | ((point >> 12) & 0x3F));
      }
      target.put(0x80 | ((point >> 6) & 0x3F));
    }
    target.put(0x80 | (point & 0x3F));
  }

  private static void escape(int point, JsonBuffer target) {
    char letter =
        switch (point) {
          case '"', '\\' -> (char) point;
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 'u';
        };
    if (letter == 'u') {
      unicodeEscape(point, target);
    } else {
      target.put('\\');
      target.put(letter);
    }
  }

  private static void unicodeEscape(int unit, JsonBuffer target) {
    target.put('\\');
    target.put('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      target.put(HEX.charAt((unit >> shift) & 0xF));
    }
  }
}
