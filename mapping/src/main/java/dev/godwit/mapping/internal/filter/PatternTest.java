package dev.godwit.mapping.internal.filter;

import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import java.util.regex.Pattern;

/// Looks for a pattern in a text, within a number of steps.
///
/// @param side the text
record PatternTest(Side side, Pattern pattern) implements RowTest {
  /// Looks at characters: so many for any text, and so many more for each of its characters.
  private static final long LOOKS = 100_000;

  private static final long LOOKS_A_CHARACTER = 200;

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
      long looks = LOOKS + LOOKS_A_CHARACTER * text.length();
      return Verdict.of(pattern.matcher(BoundedText.of(text, looks)).find());
    } catch (BoundedText.Spent | StackOverflowError e) {
      throw RowFailure.of(
          "mapping.pattern-too-slow",
          "the regular expression takes too many steps for a value of " + side.path(),
          side.path());
    }
  }
}
