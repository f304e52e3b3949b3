package dev.godwit.manifest.internal.python;

/// Strings as Python counts them: by code point, not by UTF-16 unit.
public final class Text {
  private Text() {}

  /// `len(text)`
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// The characters from `start` to `end`, both within the text.
  static String slice(String text, int start, int end) {
    if (isPlain(text)) {
      return text.substring(start, end);
    }
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  /// The position in code points of a position in UTF-16 units.
  static int codePointIndex(String text, int unitIndex) {
    return text.codePointCount(0, unitIndex);
  }

  /// Python's order: by code point.
  static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean beyond = Character.isSurrogate(a);
        if (beyond != Character.isSurrogate(b)) {
          return beyond ? 1 : -1;
        }
        return a < b ? -1 : 1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /// `str.isspace` of one character.
  public static boolean isSpace(int c) {
    return c == ' '
        || (c >= 0x09 && c <= 0x0d)
        || (c >= 0x1c && c <= 0x1f)
        || c == 0x85
        || (c >= 0x80 && Character.isSpaceChar(c));
  }

  /// `text.strip()`
  public static String strip(String text) {
    return rstrip(lstrip(text));
  }

  /// `text.lstrip()`
  public static String lstrip(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  /// `text.rstrip()`
  public static String rstrip(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
