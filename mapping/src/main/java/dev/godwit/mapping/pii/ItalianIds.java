package dev.godwit.mapping.pii;

import java.util.Locale;
import java.util.regex.Pattern;

/// Italian tax codes: letters of the names, day of birth and sex, place, and a letter that checks.
final class ItalianIds {
  /// Digits may be replaced by letters where two people would have the same code.
  private static final Pattern FORM =
      Pattern.compile("[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]");

  /// What characters at odd places count, from 0 and from A.
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private static final int CHECKED = 15;
  private static final int LETTERS = 26;

  private ItalianIds() {}

  static Match match(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (!FORM.matcher(code).matches()) {
      return Match.NONE;
    }
    int sum = 0;
    for (int i = 0; i < CHECKED; i++) {
      char c = code.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return Match.certain(code.charAt(CHECKED) == 'A' + sum % LETTERS);
  }
}
