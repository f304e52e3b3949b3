package dev.godwit.mapping.pii;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// International bank account numbers, with the lengths of ISO 13616's registry.
final class BankAccounts {
  static final Pattern INSIDE = Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{2,4}){3,8}\\b");

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

  private static final Map<String, Integer> LENGTHS = new HashMap<>();

  static {
    lengths(15, "NO");
    lengths(16, "BE");
    lengths(18, "DK FI FO GL NL");
    lengths(19, "MK SI");
    lengths(20, "AT BA EE KZ LT LU XK");
    lengths(21, "CH CR HR LI LV");
    lengths(22, "BG BH DE GB GE IE ME RS");
    lengths(23, "AE GI IL IQ TL");
    lengths(24, "AD CZ ES MD PK RO SA SE SK TN VG");
    lengths(25, "LY PT ST");
    lengths(26, "IS TR");
    lengths(27, "FR GR IT MC MR SM");
    lengths(28, "AL AZ BY CY DO GT HU LB PL SV");
    lengths(29, "BR EG PS QA UA");
    lengths(30, "JO KW MU");
    lengths(31, "MT SC");
  }

  private BankAccounts() {}

  private static void lengths(int length, String countries) {
    for (String country : countries.split(" ", -1)) {
      LENGTHS.put(country, length);
    }
  }

  static Match match(String text) {
    String compact = text.replaceAll("[ -]", "");
    if (!FORM.matcher(compact).matches()) {
      return Match.NONE;
    }
    Integer length = LENGTHS.get(compact.substring(0, 2));
    boolean valid = length != null && length == compact.length() && CheckDigits.iban(compact);
    return Match.certain(valid).or(length != null);
  }
}
