package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Numbers of payment cards, known by their issuers' first digits and Luhn's sum.
final class PaymentCards {
  static final Pattern INSIDE = Pattern.compile("(?<![\\w.-])[3-6](?:[ -]?[0-9]){13,18}(?![\\w-])");

  private static final Pattern FORM = Pattern.compile("[0-9]{4}(?:[ -]?[0-9]){8,15}");

  /// American Express; Diners Club; Visa; Mastercard; Discover; JCB; UnionPay.
  private static final Pattern ISSUED =
      Pattern.compile(
          "3[47][0-9]{13}|3(?:0[0-5]|[689][0-9])[0-9]{11}|4[0-9]{15}|5[1-5][0-9]{14}"
              + "|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
              + "|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}|35(?:2[89]|[3-8][0-9])[0-9]{12}"
              + "|62[0-9]{14,17}");

  private PaymentCards() {}

  static Match match(String text) {
    if (!FORM.matcher(text).matches()) {
      return Match.NONE;
    }
    String digits = text.replaceAll("[ -]", "");
    boolean valid =
        ISSUED.matcher(digits).matches()
            && CheckDigits.luhn(digits)
            && !CheckDigits.isRepeated(digits);
    return Match.certain(valid).or(true);
  }
}
