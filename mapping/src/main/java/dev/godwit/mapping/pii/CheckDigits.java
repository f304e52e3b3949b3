package dev.godwit.mapping.pii;

/// Sums over digits that tell real numbers from others.
final class CheckDigits {
  private static final int IBAN_MODULUS = 97;

  private CheckDigits() {}

  /// The digit at a place.
  static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }

  static boolean areDigits(String text, int length) {
    return text.length() == length && areDigits(text);
  }

  static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Luhn's sum over all digits, the check digit last.
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /// The sum of digits times weights.
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(digits, i);
    }
    return sum;
  }

  /// The remainder of a number of any length.
  static int remainder(String digits, int modulus) {
    int rest = 0;
    for (int i = 0; i < digits.length(); i++) {
      rest = (10 * rest + digit(digits, i)) % modulus;
    }
    return rest;
  }

  /// ISO 7064 with modulus 97, as bank accounts have it: the first four characters go to the end,
  /// letters count from 10.
  static boolean iban(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      digits.append(Character.digit(text.charAt((i + 4) % text.length()), 36));
    }
    return remainder(digits.toString(), IBAN_MODULUS) == 1;
  }

  /// ISO 7064 with moduli 11 and 10, the check digit last.
  static boolean mod11And10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    int check = 11 - product;
    return (check == 10 ? 0 : check) == digit(digits, digits.length() - 1);
  }

  /// Whether all digits are the same: such numbers are placeholders.
  static boolean isRepeated(String digits) {
    return digits.chars().distinct().count() <= 1;
  }
}
