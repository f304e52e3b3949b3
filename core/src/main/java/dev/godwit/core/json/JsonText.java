package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;

/// Decodes the inside of well-formed JSON strings. Lone surrogates stay what they are.
final class JsonText {
  private JsonText() {}

  static String decode(byte[] page, int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    int i = start;
    while (i < end) {
      int run = i;
      while (i < end && page[i] != '\\') {
        i++;
      }
      if (i > run) {
        text.append(new String(page, run, i - run, StandardCharsets.UTF_8));
      }
      if (i < end) {
        text.append(escaped(page, i));
        i += page[i + 1] == 'u' ? 6 : 2;
      }
    }
    return text.toString();
  }

  /// The UTF-16 unit that an escape stands for.
  private static char escaped(byte[] page, int backslash) {
    byte letter = page[backslash + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex(page, backslash + 2);
      default -> (char) letter;
    };
  }

  static char hex(byte[] page, int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      unit = (unit << 4) | Character.digit(page[i], 16);
    }
    return (char) unit;
  }

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /// JSON text as UTF-8. Half of a surrogate pair, which UTF-8 cannot hold, becomes an escape or,
  /// in strict text, an error.
  static byte[] encode(String json, boolean lenient) {
    if (!hasLoneSurrogate(json)) {
      return json.getBytes(StandardCharsets.UTF_8);
    }
    if (!lenient) {
      throw GodwitException.system("json.syntax", "malformed JSON: half of a surrogate pair");
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    json.codePoints()
        .forEach(point -> {
          if (Character.getType(point) == Character.SURROGATE) {
            escaped.append("\\u%04x".formatted(point));
          } else {
            escaped.appendCodePoint(point);
          }
        });
    return escaped.toString().getBytes(StandardCharsets.UTF_8);
  }
}
