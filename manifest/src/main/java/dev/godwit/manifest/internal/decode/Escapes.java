package dev.godwit.manifest.internal.decode;

/// Escapes of Python's texts, as a delimiter may have them.
final class Escapes {
  private static final String LETTERS = "ntrabfv\\'\"";
  private static final String MEANINGS = "\n\t\r\u0007\b\f\u000B\\'\"";

  private Escapes() {}

  /// What an escape stands for; a text that does not begin with one stays.
  static String resolve(String text) {
    if (text.length() < 2 || text.charAt(0) != '\\') {
      return text;
    }
    char letter = text.charAt(1);
    int known = LETTERS.indexOf(letter);
    if (known >= 0) {
      return MEANINGS.charAt(known) + text.substring(2);
    }
    return switch (letter) {
      case 'x' -> number(text, 2, 4, 16);
      case 'u' -> number(text, 2, 6, 16);
      case 'U' -> number(text, 2, 10, 16);
      default -> Character.digit(letter, 8) < 0 ? text : number(text, 1, octalEnd(text), 8);
    };
  }

  private static int octalEnd(String text) {
    int end = 1;
    while (end < Math.min(4, text.length()) && Character.digit(text.charAt(end), 8) >= 0) {
      end++;
    }
    return end;
  }

  private static String number(String text, int start, int end, int radix) {
    try {
      return Character.toString(Integer.parseInt(text, start, end, radix)) + text.substring(end);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notANumber) {
      throw Undecodable.because("the delimiter is an escape that does not exist");
    }
  }
}
