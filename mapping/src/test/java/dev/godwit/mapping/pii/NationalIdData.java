package dev.godwit.mapping.pii;

import java.util.Random;

/// National ids with right check digits.
final class NationalIdData {
  private final Digits digits;

  NationalIdData(Random random) {
    this.digits = new Digits(random);
  }

  String unitedStates() {
    return "%03d-%02d-%04d"
        .formatted(digits.between(1, 665), digits.between(1, 99), digits.between(1, 9999));
  }

  String unitedKingdom() {
    return "%s %s %s %s %s"
        .formatted(
            digits.oneOf("AB", "JC", "WM", "SR"), two(), two(), two(), digits.oneOf("A", "B", "C"));
  }

  private String two() {
    return "%02d".formatted(digits.between(0, 99));
  }

  /// Nine different digits and one that comes twice, in any order.
  String germany() {
    while (true) {
      String body = digits.any(10);
      if (body.chars().distinct().count() == 9) {
        return body + Digits.checked(body, CheckDigits::mod11And10);
      }
    }
  }

  String france() {
    String number =
        "%d%02d%02d%02d%s"
            .formatted(
                digits.between(1, 2),
                digits.between(0, 99),
                digits.between(1, 12),
                digits.between(10, 95),
                digits.any(6));
    return "%s%02d".formatted(number, 97 - CheckDigits.remainder(number, 97));
  }

  String spain() {
    String number = digits.any(8);
    return number + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(CheckDigits.remainder(number, 23));
  }

  String italy() {
    String body =
        "%s%02dA%02dH%s"
            .formatted(
                digits.oneOf("RSSMRA", "BNCLGU", "VRDGPP"), digits.between(0, 99),
                digits.between(1, 31), digits.any(3));
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      if (ItalianIds.match(body + letter) == Match.CERTAIN) {
        return body + letter;
      }
    }
    throw new IllegalStateException("no letter for " + body);
  }

  String netherlands() {
    while (true) {
      String number = digits.any(9);
      if (CheckDigits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0) {
        return number;
      }
    }
  }

  String poland() {
    String body =
        "%02d%02d%02d%s"
            .formatted(
                digits.between(40, 99),
                digits.between(1, 12),
                digits.between(1, 28),
                digits.any(4));
    return body
        + Digits.checked(
            body, all -> CheckDigits.weighted(all, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0);
  }

  String brazil() {
    String body = digits.any(9);
    int first = 10 * CheckDigits.weighted(body, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    String more = body + first;
    int second = 10 * CheckDigits.weighted(more, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    return more + second;
  }

  String sweden() {
    String body =
        "%02d%02d%02d%s"
            .formatted(
                digits.between(40, 99),
                digits.between(1, 12),
                digits.between(1, 28),
                digits.any(3));
    String number = body + Digits.checked(body, CheckDigits::luhn);
    return number.substring(0, 6) + "-" + number.substring(6);
  }
}
