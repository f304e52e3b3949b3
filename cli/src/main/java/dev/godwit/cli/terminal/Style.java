package dev.godwit.cli.terminal;

/// What a channel can show.
///
/// @param colors whether it understands ANSI sequences
/// @param unicode whether it can show more than ASCII
public record Style(boolean colors, boolean unicode) {
  public static final Style PLAIN = new Style(false, true);

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String red(String text) {
    return paint("31", text);
  }

  public String green(String text) {
    return paint("32", text);
  }

  public String yellow(String text) {
    return paint("33", text);
  }

  public String cyan(String text) {
    return paint("36", text);
  }

  public String done() {
    return green(unicode ? "✓" : "+");
  }

  public String failed() {
    return red(unicode ? "✗" : "x");
  }

  public String separator() {
    return unicode ? " · " : " - ";
  }

  String ellipsis() {
    return unicode ? "…" : "~";
  }

  String rule() {
    return unicode ? "─" : "-";
  }

  private String paint(String code, String text) {
    return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
