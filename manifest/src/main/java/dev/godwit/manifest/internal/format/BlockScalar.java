package dev.godwit.manifest.internal.format;

/// The lines of a text that is written below `|` or `>`.
final class BlockScalar {
  private final SourceText source;
  private final int header;

  /// What the lines are indented by at least, and what by in the end.
  private final int was;

  private final int becomes;
  private final boolean keepsBlankLines;
  private final int last;

  /// @param header the line of the indicator
  /// @param indicators from the indicator to the end of the line
  /// @param was the column of the collection around it; -1 when there is none
  /// @param becomes the column that the text is to have
  BlockScalar(SourceText source, int header, String indicators, int was, int becomes) {
    this.source = source;
    this.header = header;
    String[] parts = indicators.split("[ \t]", 2);
    keepsBlankLines = parts[0].contains("+");
    int digit = digit(parts[0]);
    this.was = digit == 0 ? indentOfText(Math.max(was, 0) + 1) : Math.max(was, 0) + digit;
    this.becomes = digit == 0 ? becomes : becomes - Blocks.STEP + digit;
    last = findLast();
  }

  private static int digit(String indicators) {
    return indicators.chars().filter(Character::isDigit).map(Character::getNumericValue).sum();
  }

  private int indentOfText(int least) {
    int line = header + 1;
    while (line < source.lines() && source.isBlank(line)) {
      line++;
    }
    return line < source.lines() ? Math.max(least, source.indent(line)) : least;
  }

  private int findLast() {
    int line = header + 1;
    int content = header;
    while (line < source.lines() && (source.isBlank(line) || source.indent(line) >= was)) {
      if (keepsBlankLines || !source.isBlank(line) || source.line(line).length() > was) {
        content = line;
      }
      line++;
    }
    return content;
  }

  /// The last line of the text; blank lines after it that mean nothing do not belong to it.
  int last() {
    return last;
  }

  /// A line of the text in its new place.
  String line(int line) {
    String text = source.line(line);
    return text.length() <= was && source.isBlank(line)
        ? ""
        : " ".repeat(becomes) + text.substring(Math.min(was, text.length()));
  }
}
