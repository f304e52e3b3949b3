package dev.godwit.core.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Guesses what somebody meant to write.
public final class Spelling {
  private Spelling() {}

  /// A statement about a wrong name as a sentence: with the question whether the nearest known one
  /// was meant, or with a full stop where none is near.
  public static String sentence(String statement, String wrong, List<String> known) {
    return statement
        + nearest(wrong, known).map(name -> "; did you mean " + name + "?").orElse(".");
  }

  /// The known name that is closest, if it takes few enough changes: a third of its letters.
  static Optional<String> nearest(String wrong, List<String> known) {
    String written = wrong.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /// How many letters to add, drop, change or swap with their neighbour.
  private static int distance(String from, String to) {
    int[][] steps = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
      }
    }
    return steps[from.length()][to.length()];
  }

  private static int step(int[][] steps, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best =
        Math.min(
            Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
