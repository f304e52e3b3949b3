package dev.godwit.registry.entry;

/// Texts of strangers in messages: shortened, and without characters that do something.
public final class Printable {
  private static final int LONGEST = 60;

  private Printable() {}

  /// The text in single quotes.
  public static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(LONGEST)
        .forEach(point -> {
          if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            shown.append("\\u%04x".formatted(point));
          } else {
            shown.appendCodePoint(point);
          }
        });
    return shown.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'").toString();
  }
}
