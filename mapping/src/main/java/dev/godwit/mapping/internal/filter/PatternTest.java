package dev.godwit.mapping.internal.filter;

import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import java.util.regex.Pattern;

/// Looks for a pattern in a text, within a number of steps.
///
/// @param side the text
record PatternTest(Side side, Pattern pattern) implements RowTest {
  @Override
  public Verdict of(Row row) throws RowFailure {
    if (!side.read(row)) {
      return Verdict.UNKNOWN;
    }
    if (side.kind() != 't') {
      throw RowFailure.unexpected(side.path(), "a text");
    }
    String text = Comparison.text(side);
    try {
      return Verdict.of(pattern.matcher(BoundedText.of(text)).find());
    } catch (BoundedText.Spent | StackOverflowError e) {
      throw RowFailure.of(
          "mapping.pattern-too-slow",
          "the regular expression takes too many steps for a value of " + side.path(),
          side.path());
    }
  }
}
