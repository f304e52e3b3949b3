package dev.godwit.mapping.pii;

import java.util.Random;
import java.util.function.Predicate;

/// Random numbers, with and without check digits.
final class Digits {
  private final Random random;

  Digits(Random random) {
    this.random = random;
  }

  String any(int length) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      digits.append(random.nextInt(i == 0 ? 1 : 0, 10));
    }
    return digits.toString();
  }

  /// A number of some length that begins with a prefix and has Luhn's check digit.
  String luhn(String prefix, int length) {
    String body = prefix + any(length - prefix.length() - 1);
    return body + checked(body, CheckDigits::luhn);
  }

  /// The digit that makes a number valid.
  static int checked(String body, Predicate<String> valid) {
    for (int digit = 0; digit < 10; digit++) {
      if (valid.test(body + digit)) {
        return digit;
      }
    }
    throw new IllegalStateException("no digit makes " + body + " valid");
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
