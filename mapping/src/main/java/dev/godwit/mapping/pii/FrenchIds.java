package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Numbers of the French register of persons: sex, year, month, place, order, and a key of two
/// digits that makes the sum divisible by 97.
final class FrenchIds {
  private static final Pattern FORM =
      Pattern.compile("[1-478][0-9]{2}(?:0[1-9]|[1-9][0-9])(?:[0-9]{2}|2[AB])[0-9]{6}[0-9]{2}");

  private static final int KEY_AT = 13;
  private static final int MODULUS = 97;

  private FrenchIds() {}

  static Match match(String text) {
    String compact = text.replace(" ", "");
    if (!FORM.matcher(compact).matches()) {
      return Match.NONE;
    }
    String number = compact.substring(0, KEY_AT).replace("2A", "19").replace("2B", "18");
    int key = MODULUS - CheckDigits.remainder(number, MODULUS);
    return Match.certain(key == Integer.parseInt(compact.substring(KEY_AT)));
  }
}
