package dev.godwit.mapping.internal.filter;

/// A text that lets itself be looked at a limited number of times: regular expressions can take
/// ages.
public final class BoundedText implements CharSequence {
  /// Looks at characters: so many for any text, and so many more for each of its characters.
  private static final long LOOKS = 100_000;

  private static final long LOOKS_A_CHARACTER = 200;

  private final CharSequence text;
  private final Budget budget;

  /// What is left.
  private static final class Budget {
    private long looks;

    Budget(long looks) {
      this.looks = looks;
    }
  }

  /// The budget is spent.
  public static final class Spent extends RuntimeException {
    Spent() {
      super("a regular expression took too many steps", null, false, false);
    }
  }

  private BoundedText(CharSequence text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  /// A text that usual patterns get along with.
  public static BoundedText of(String text) {
    return new BoundedText(text, new Budget(LOOKS + LOOKS_A_CHARACTER * text.length()));
  }

  /// @throws Spent when it was looked at too often
  @Override
  public char charAt(int index) {
    if (--budget.looks < 0) {
      throw new Spent();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), budget);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
