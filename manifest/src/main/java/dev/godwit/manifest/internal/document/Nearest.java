package dev.godwit.manifest.internal.document;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the word that was probably meant.
public final class Nearest {
  private Nearest() {}

  /// The word that takes the fewest edits, or null where every word takes more than a third of its
  /// letters.
  public static @Nullable String of(String written, Collection<String> words) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      int edits = edits(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (edits < least && edits <= Math.max(1, word.length() / 3)) {
        best = word;
        least = edits;
      }
    }
    return best;
  }

  /// The hint that asks whether a word was meant.
  public static String question(String word) {
    return "Did you mean " + word + "?";
  }

  /// The word that a hint asks about; null where it is another hint.
  public static @Nullable String asked(@Nullable String hint) {
    return hint != null && hint.startsWith("Did you mean ") && hint.endsWith("?")
        ? hint.substring("Did you mean ".length(), hint.length() - 1)
        : null;
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
