package dev.godwit.cli.terminal;

/// Text that came from elsewhere, made fit for a terminal: harmless, and measured in columns.
public final class Cells {
  private Cells() {}

  /// The text on one line and without control characters, which could move the cursor or recolour
  /// the screen.
  public static String harmless(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> safe.append("\\n");
        case '\r' -> safe.append("\\r");
        case '\t' -> safe.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            safe.append(String.format("\\u%04x", (int) c));
          } else {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /// Columns that the text takes.
  public static int width(String text) {
    return text.codePoints().map(Cells::columns).sum();
  }

  /// The text in at most so many columns, the last one an ellipsis where something is missing.
  public static String clip(String text, int width, Style style) {
    if (width(text) <= width) {
      return text;
    }
    if (width <= 0) {
      return "";
    }
    StringBuilder clipped = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      used += columns(codePoint);
      if (used > width - 1) {
        break;
      }
      clipped.appendCodePoint(codePoint);
    }
    return clipped.append(style.ellipsis()).toString();
  }

  /// As [#clip], but the end stays and the beginning gives way.
  public static String clipStart(String text, int width, Style style) {
    int[] codePoints = text.codePoints().toArray();
    int used = width(text);
    int first = 0;
    while (used > width && first < codePoints.length) {
      used -= columns(codePoints[first]) - (first == 0 ? 1 : 0);
      first++;
    }
    return first == 0
        ? text
        : style.ellipsis() + new String(codePoints, first, codePoints.length - first);
  }

  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  private static int columns(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /// East Asian scripts, full-width forms and pictures, roughly as terminals draw them.
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd));
  }
}
