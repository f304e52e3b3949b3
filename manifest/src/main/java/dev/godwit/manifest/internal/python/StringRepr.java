package dev.godwit.manifest.internal.python;

/// `repr` of strings and bytes: quotes chosen by content, everything unprintable escaped.
final class StringRepr {
  private static final String HEX = "0123456789abcdef";

  private StringRepr() {}

  static void write(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        if (c == quote || c == '\\') {
          out.append('\\');
        }
        out.append(c);
        i++;
      } else {
        int codePoint = text.codePointAt(i);
        writeSpecial(codePoint, out);
        i += Character.charCount(codePoint);
      }
    }
    out.append(quote);
  }

  static void write(Bytes bytes, StringBuilder out) {
    boolean single = false;
    boolean dual = false;
    for (int i = 0; i < bytes.length(); i++) {
      single |= bytes.at(i) == '\'';
      dual |= bytes.at(i) == '"';
    }
    char quote = single && !dual ? '"' : '\'';
    out.append('b').append(quote);
    for (int i = 0; i < bytes.length(); i++) {
      int octet = bytes.at(i);
      if (octet >= ' ' && octet < 0x7f) {
        if (octet == quote || octet == '\\') {
          out.append('\\');
        }
        out.append((char) octet);
      } else if (!writeShort(octet, out)) {
        hex("\\x", octet, 2, out);
      }
    }
    out.append(quote);
  }

  private static boolean writeShort(int c, StringBuilder out) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void writeSpecial(int codePoint, StringBuilder out) {
    if (writeShort(codePoint, out)) {
      return;
    }
    if (codePoint >= 0x7f && isPrintable(codePoint)) {
      out.appendCodePoint(codePoint);
    } else if (codePoint < 0x100) {
      hex("\\x", codePoint, 2, out);
    } else if (codePoint < 0x10000) {
      hex("\\u", codePoint, 4, out);
    } else {
      hex("\\U", codePoint, 8, out);
    }
  }

  private static void hex(String prefix, int value, int width, StringBuilder out) {
    out.append(prefix);
    for (int shift = (width - 1) * 4; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((value >> shift) & 0xf));
    }
  }

  /// `str.isprintable` of one character.
  static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }
}
