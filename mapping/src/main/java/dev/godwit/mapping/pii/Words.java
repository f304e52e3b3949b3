package dev.godwit.mapping.pii;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes the names of fields apart.
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern HUMPS =
      Pattern.compile("(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}0-9]+");
  private static final Pattern TRAILING_NUMBER = Pattern.compile("(?<=\\p{L})[0-9]+\\b");

  private Words() {}

  /// Lower case without accents.
  static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("ł", "l")
        .replace("ø", "o")
        .replace("æ", "ae");
  }

  /// The words of a name with one space before, between and after: `homePhone_2` is ` home phone `.
  static String of(String name) {
    String apart = GAPS.matcher(HUMPS.matcher(name).replaceAll(" ")).replaceAll(" ");
    return " " + TRAILING_NUMBER.matcher(plain(apart).trim()).replaceAll("") + " ";
  }
}
