package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.filter.BoundedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a pattern is found in a text. For one thread.
final class PatternTest implements ValueTest {
  private final Matcher matcher;

  PatternTest(Pattern pattern) {
    this.matcher = pattern.matcher("");
  }

  /// A text for which the pattern takes too many steps does not match.
  @Override
  public boolean holds(byte[] page, int start, int end, JsonKind kind) {
    try {
      return kind == JsonKind.STRING && matcher.reset(text(page, start, end)).find();
    } catch (BoundedText.Spent | StackOverflowError e) {
      return false;
    }
  }

  private static BoundedText text(byte[] page, int start, int end) {
    return BoundedText.of(Texts.decode(page, start, end));
  }
}
