package dev.godwit.manifest.internal.python;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Upper and lower case, and what kinds of characters a string has.
public final class StringCase {
  private StringCase() {}

  static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// `str.capitalize`
  public static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
  }

  static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inWord = false;
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inWord = isCased(c);
    }
    return out.toString();
  }

  static String swap(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int c : text.codePoints().toArray()) {
      String one = Character.toString(c);
      if (Character.isUpperCase(c)) {
        out.append(one.toLowerCase(Locale.ROOT));
      } else {
        out.append(Character.isLowerCase(c) ? one.toUpperCase(Locale.ROOT) : one);
      }
    }
    return out.toString();
  }

  static boolean all(String text, IntPredicate kind) {
    return !text.isEmpty() && text.codePoints().allMatch(kind);
  }

  static boolean isDigit(int c) {
    return Character.isDigit(c)
        || (c >= 0xb2 && c <= 0xb3)
        || c == 0xb9
        || (c >= 0x2070 && c <= 0x2089 && c != 0x2071);
  }

  static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return isDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  static boolean isIdentifier(String text) {
    if (text.isEmpty() || !(Character.isLetter(text.codePointAt(0)) || text.charAt(0) == '_')) {
      return false;
    }
    return text.codePoints().allMatch(StringCase::isIdentifierPart);
  }

  private static boolean isIdentifierPart(int c) {
    return c != '$' && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  /// `str.islower`
  public static boolean isLower(String text) {
    return text.codePoints().anyMatch(StringCase::isCased)
        && text.codePoints().allMatch(c -> !isCased(c) || Character.isLowerCase(c));
  }

  /// `str.isupper`
  public static boolean isUpper(String text) {
    return text.codePoints().anyMatch(StringCase::isCased)
        && text.codePoints().allMatch(c -> !isCased(c) || Character.isUpperCase(c));
  }

  static boolean isTitle(String text) {
    boolean inWord = false;
    boolean any = false;
    for (int c : text.codePoints().toArray()) {
      boolean start = Character.isUpperCase(c) || Character.isTitleCase(c);
      if (start ? inWord : Character.isLowerCase(c) && !inWord) {
        return false;
      }
      inWord = isCased(c);
      any |= inWord;
    }
    return any;
  }
}
