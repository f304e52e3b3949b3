package dev.godwit.manifest.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A change of a manifest's text within one line. Everything around it stays as it is.
///
/// @param line counted from 1
/// @param column in characters (code points), counted from 1
/// @param written what stands there; empty to insert
/// @param replacement what has to stand there; may have several lines
public record Fix(int line, int column, String written, String replacement) {
  private static final Comparator<Fix> FROM_THE_END =
      Comparator.comparingInt(Fix::line).thenComparingInt(Fix::column).reversed();

  /// The text after all changes. One whose place says something else by now, or which overlaps with
  /// another, is left out; it turns up again when the result is looked at.
  public static String apply(String text, Collection<Fix> fixes) {
    StringBuilder changed = new StringBuilder(text);
    int untouched = text.length();
    for (Fix fix : List.copyOf(fixes).stream().distinct().sorted(FROM_THE_END).toList()) {
      int start = fix.offset(text);
      int end = start + fix.written.length();
      if (start >= 0 && end <= untouched && text.startsWith(fix.written, start)) {
        changed.replace(start, end, fix.replacement);
        untouched = start;
      }
    }
    return changed.toString();
  }

  /// Where the change begins, in the units of strings; -1 where the text has no such place.
  private int offset(String text) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return -1;
      }
      start = end + 1;
    }
    int length = text.codePointCount(start, text.length());
    return column - 1 > length ? -1 : text.offsetByCodePoints(start, column - 1);
  }
}
