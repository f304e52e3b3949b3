package dev.godwit.manifest.internal.python;

/// Filling strings up to a width.
public final class StringPad {
  private StringPad() {}

  static String center(String text, Bound arguments) {
    return center(text, arguments.integer(0), fill(arguments));
  }

  /// `str.center(width)`
  public static String center(String text, int width) {
    return center(text, width, " ");
  }

  private static String center(String text, int width, String fill) {
    int missing = missing(text, width);
    int left = missing / 2 + (missing & width & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  static String left(String text, Bound arguments) {
    return text + fill(arguments).repeat(missing(text, arguments.integer(0)));
  }

  static String right(String text, Bound arguments) {
    return fill(arguments).repeat(missing(text, arguments.integer(0))) + text;
  }

  static String zeros(String text, int width) {
    String zeros = "0".repeat(missing(text, width));
    boolean signed = text.startsWith("-") || text.startsWith("+");
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  static String tabs(String text, int size) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int c : text.codePoints().toArray()) {
      if (c == '\t') {
        int spaces = size > 0 ? size - column % size : 0;
        Arithmetic.checkLength((long) out.length() + spaces);
        out.repeat(' ', spaces);
        column += spaces;
      } else {
        out.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }

  private static int missing(String text, int width) {
    Arithmetic.checkLength(width);
    return Math.max(0, width - Text.length(text));
  }

  private static String fill(Bound arguments) {
    String fill = arguments.text(1, " ");
    if (Text.length(fill) != 1) {
      throw PythonException.type("The fill character must be exactly one character long");
    }
    return fill;
  }
}
