package dev.godwit.destinations.internal.encode;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.Utf8;

/// Copies text out of JSON.
public final class TextField {
  private TextField() {}

  /// Appends what stands between the quotes of a string, its escapes resolved.
  ///
  /// @return false where it holds what some databases hold in no text, or what only a parser should
  ///   decide; some of it may have been appended
  public static boolean add(byte[] page, int start, int end, JsonBuffer target) {
    boolean ascii = true;
    int copied = start;
    int i = start;
    while (i < end) {
      byte b = page[i];
      if (b != '\\') {
        ascii &= b >= 0;
        i++;
        continue;
      }
      target.add(page, copied, i);
      int after = unescape(page, i + 1, end, target);
      if (after < 0) {
        return false;
      }
      i = after;
      copied = i;
    }
    target.add(page, copied, end);
    return ascii || Utf8.isValid(page, start, end);
  }

  /// Appends the character of the escape whose letter stands here.
  ///
  /// @return where the escape ends; -1 where it is none of a plain character
  private static int unescape(byte[] page, int letter, int end, JsonBuffer target) {
    if (letter >= end) {
      return -1;
    }
    int plain =
        switch (page[letter]) {
          case '"', '\\', '/' -> page[letter];
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> -1;
        };
    if (plain >= 0) {
      target.add((byte) plain);
      return letter + 1;
    }
    int unit = page[letter] == 'u' ? hexadecimal(page, letter + 1, end) : -1;
    if (unit <= 0 || Character.isSurrogate((char) unit)) {
      return -1;
    }
    addCharacter(unit, target);
    return letter + 5;
  }

  /// The number that four digits make; -1 where they are none.
  private static int hexadecimal(byte[] page, int start, int end) {
    if (start + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = Character.digit(page[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static void addCharacter(int unit, JsonBuffer target) {
    if (unit < 0x80) {
      target.add((byte) unit);
    } else if (unit < 0x800) {
      target.add((byte) (0xC0 | (unit >> 6)));
      target.add((byte) (0x80 | (unit & 0x3F)));
    } else {
      target.add((byte) (0xE0 | (unit >> 12)));
      target.add((byte) (0x80 | ((unit >> 6) & 0x3F)));
      target.add((byte) (0x80 | (unit & 0x3F)));
    }
  }
}
