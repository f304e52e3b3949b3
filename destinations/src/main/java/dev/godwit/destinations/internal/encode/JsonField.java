package dev.godwit.destinations.internal.encode;

import dev.godwit.core.json.Utf8;

/// Tells, by looking at its bytes, whether a JSON value is one that every reader surely takes; that
/// of Postgres is the strictest.
public final class JsonField {
  /// Levels of nesting that fit a server's stack many times over.
  public static final int DEEPEST = 500;

  /// An exponent of so many digits is within what a `numeric` holds.
  private static final int EXPONENT_DIGITS = 3;

  private JsonField() {}

  /// False means that the value must be looked at closely: it may hold the character 0, half of a
  /// surrogate pair, bytes that are not UTF-8, a number that is not finite or has a large exponent,
  /// or more levels than the server's stack takes.
  public static boolean isPlain(byte[] page, int start, int end) {
    boolean ascii = true;
    boolean inText = false;
    int depth = 0;
    for (int i = start; i < end; i++) {
      byte b = page[i];
      ascii &= b >= 0;
      if (b == '"') {
        inText = !inText;
      } else if (inText) {
        if (b == '\\') {
          i++;
          if (page[i] == 'u' && !isPlainEscape(page, i + 1)) {
            return false;
          }
        }
      } else if (b == '{' || b == '[') {
        depth++;
        if (depth > DEEPEST) {
          return false;
        }
      } else if (b == '}' || b == ']') {
        depth--;
      } else if (b == 'N' || b == 'I' || (isExponent(page, i, start) && isLarge(page, i, end))) {
        return false;
      }
    }
    return ascii || Utf8.isValid(page, start, end);
  }

  /// Whether the four digits stand for a character of its own other than 0.
  private static boolean isPlainEscape(byte[] page, int digits) {
    boolean surrogate =
        (page[digits] == 'd' || page[digits] == 'D') && Character.digit(page[digits + 1], 16) >= 8;
    boolean zero =
        page[digits] == '0'
            && page[digits + 1] == '0'
            && page[digits + 2] == '0'
            && page[digits + 3] == '0';
    return !surrogate && !zero;
  }

  private static boolean isExponent(byte[] page, int i, int start) {
    return (page[i] == 'e' || page[i] == 'E')
        && i > start
        && page[i - 1] >= '0'
        && page[i - 1] <= '9';
  }

  private static boolean isLarge(byte[] page, int exponent, int end) {
    int i = exponent + 1;
    while (i < end && (page[i] == '+' || page[i] == '-' || (page[i] >= '0' && page[i] <= '9'))) {
      i++;
    }
    return i - exponent - 1 > EXPONENT_DIGITS;
  }
}
