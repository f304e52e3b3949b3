package dev.godwit.manifest.internal.python;

/// The backslash escapes inside quoted strings.
public final class StringEscapes {
  private final String body;
  private final boolean bytes;
  private final StringBuilder out;
  private int at;

  private StringEscapes(String body, boolean bytes) {
    this.body = body;
    this.bytes = bytes;
    this.out = new StringBuilder(body.length());
  }

  /// The string that `body`, the text between the quotes, stands for.
  ///
  /// @throws PythonException VALUE for broken escapes
  public static String decode(String body) {
    return body.indexOf('\\') < 0 ? body : new StringEscapes(body, false).run();
  }

  /// As [#decode(String)] for a bytes literal: one character per octet.
  static String decodeBytes(String body) {
    return body.indexOf('\\') < 0 ? body : new StringEscapes(body, true).run();
  }

  private String run() {
    while (at < body.length()) {
      char c = body.charAt(at++);
      if (c != '\\') {
        out.append(c);
      } else if (at == body.length()) {
        throw PythonException.value("\\ at end of string");
      } else {
        escape(body.charAt(at++));
      }
    }
    return out.toString();
  }

  private void escape(char c) {
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(c);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case 'x' -> codePoint(2, c);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      default -> {
        if (bytes || "uUN".indexOf(c) < 0) {
          out.append('\\').append(c);
        } else if (c == 'N') {
          named();
        } else {
          codePoint(c == 'u' ? 4 : 8, c);
        }
      }
    }
  }

  private void codePoint(int digits, char kind) {
    int end = at + digits;
    if (end > body.length() || !body.substring(at, end).matches("[0-9a-fA-F]*")) {
      throw PythonException.value("truncated \\" + kind + " escape");
    }
    long value = Long.parseLong(body.substring(at, end), 16);
    if (value > Character.MAX_CODE_POINT) {
      throw PythonException.value("illegal Unicode character");
    }
    out.appendCodePoint((int) value);
    at = end;
  }

  private void octal() {
    int start = at - 1;
    while (at < body.length()
        && at - start < 3
        && body.charAt(at) >= '0'
        && body.charAt(at) <= '7') {
      at++;
    }
    int value = Integer.parseInt(body.substring(start, at), 8);
    out.append((char) (bytes ? value & 0xff : value));
  }

  private void named() {
    int close = body.indexOf('}', at);
    if (at >= body.length() || body.charAt(at) != '{' || close < 0) {
      throw PythonException.value("malformed \\N character escape");
    }
    String name = body.substring(at + 1, close);
    try {
      if (!name.equals(name.strip())) {
        throw PythonException.value("unknown Unicode character name");
      }
      out.appendCodePoint(Character.codePointOf(name));
    } catch (IllegalArgumentException _) {
      throw PythonException.value("unknown Unicode character name");
    }
    at = close + 1;
  }
}
