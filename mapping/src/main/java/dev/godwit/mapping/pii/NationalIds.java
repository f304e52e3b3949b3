package dev.godwit.mapping.pii;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Numbers that states give to people. Those with weak check digits count only beside a fitting
/// name, since one in ten of any numbers would pass.
final class NationalIds {
  private static final double SURE = 0.98;
  private static final double GOOD = 0.95;
  private static final double LIKELY = 0.8;

  private static final Pattern US =
      Pattern.compile("(?!000|666|9[0-9]{2})[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}");

  private static final Pattern UK =
      Pattern.compile(
          "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2}"
              + " ?[0-9]{2} ?[A-D]");

  private static final Pattern SPAIN = Pattern.compile("(?:[0-9]{8}|[XYZ][0-9]{7})-?[A-Z]");
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  private static final Pattern BRAZIL = Pattern.compile("[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}");

  private static final Pattern SWEDEN = Pattern.compile("(?:19|20)?[0-9]{6}[-+]?[0-9]{4}");

  private static final Pattern ANY =
      Pattern.compile("(?=(?:[^0-9]*[0-9]){5})[A-Z0-9](?:[ ./-]?[A-Z0-9]){6,19}");

  private static final int DIGITS_OF_ELEVEN = 11;
  private static final int DIGITS_OF_NINE = 9;

  private NationalIds() {}

  static List<Detector> detectors() {
    return List.of(
        detector("US social security number", LIKELY, NationalIds::unitedStates),
        detector("UK national insurance number", GOOD, NationalIds::unitedKingdom),
        detector("German tax id", LIKELY, NationalIds::germany),
        detector("French INSEE number", GOOD, FrenchIds::match),
        detector("Spanish DNI or NIE", GOOD, NationalIds::spain),
        detector("Italian codice fiscale", SURE, ItalianIds::match),
        detector("Dutch BSN", 0.4, NationalIds::netherlands),
        detector("Polish PESEL", LIKELY, NationalIds::poland),
        detector("Brazilian CPF", LIKELY, NationalIds::brazil),
        detector("Swedish personnummer", LIKELY, NationalIds::sweden),
        detector("national id", 0.5, NationalIds::any));
  }

  private static Detector detector(String label, double trust, Function<String, Match> test) {
    return new Detector(PiiClass.NATIONAL_ID, label, trust, test);
  }

  private static Match unitedStates(String text) {
    boolean bare =
        CheckDigits.areDigits(text, DIGITS_OF_NINE)
            && US.matcher(
                    text.substring(0, 3) + "-" + text.substring(3, 5) + "-" + text.substring(5))
                .matches();
    return Match.certain(US.matcher(text).matches()).or(bare);
  }

  private static Match unitedKingdom(String text) {
    return Match.certain(UK.matcher(text.toUpperCase(Locale.ROOT)).matches());
  }

  /// Eleven digits, not beginning with 0, of which among the first ten one comes twice or thrice.
  private static Match germany(String text) {
    String digits = text.replace(" ", "");
    if (!CheckDigits.areDigits(digits, DIGITS_OF_ELEVEN) || digits.charAt(0) == '0') {
      return Match.NONE;
    }
    long different = digits.substring(0, 10).chars().distinct().count();
    return Match.certain((different == 8 || different == 9) && CheckDigits.mod11And10(digits));
  }

  private static Match spain(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (!SPAIN.matcher(upper).matches()) {
      return Match.NONE;
    }
    String digits = upper.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
    int letter = CheckDigits.remainder(digits, SPANISH_LETTERS.length());
    return Match.certain(SPANISH_LETTERS.charAt(letter) == upper.charAt(upper.length() - 1));
  }

  private static Match netherlands(String text) {
    if (!CheckDigits.areDigits(text, DIGITS_OF_NINE) || CheckDigits.isRepeated(text)) {
      return Match.NONE;
    }
    int sum = CheckDigits.weighted(text, 9, 8, 7, 6, 5, 4, 3, 2, -1);
    return Match.plausible(sum % DIGITS_OF_ELEVEN == 0);
  }

  /// The century of the birth is added to the month: 80 to 19th, 0 to 20th, 20 to 21st.
  private static Match poland(String text) {
    if (!CheckDigits.areDigits(text, DIGITS_OF_ELEVEN)) {
      return Match.NONE;
    }
    int month = Integer.parseInt(text.substring(2, 4)) % 20;
    int day = Integer.parseInt(text.substring(4, 6));
    boolean dated = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    int sum = CheckDigits.weighted(text, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1);
    return Match.certain(dated && sum % 10 == 0);
  }

  private static Match brazil(String text) {
    String digits = BRAZIL.matcher(text).matches() ? text.replaceAll("[.-]", "") : text;
    if (!CheckDigits.areDigits(digits, DIGITS_OF_ELEVEN) || CheckDigits.isRepeated(digits)) {
      return Match.NONE;
    }
    int first = 10 * CheckDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    int second = 10 * CheckDigits.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    return Match.certain(
        first == CheckDigits.digit(digits, 9) && second == CheckDigits.digit(digits, 10));
  }

  /// A day of birth, to which foreigners add 60, three digits, and Luhn's sum over ten digits.
  private static Match sweden(String text) {
    if (!SWEDEN.matcher(text).matches()) {
      return Match.NONE;
    }
    String all = text.replaceAll("[-+]", "");
    String digits = all.substring(all.length() - 10);
    int month = Integer.parseInt(digits.substring(2, 4));
    int day = Integer.parseInt(digits.substring(4, 6)) % 60;
    boolean valid = month >= 1 && month <= 12 && day >= 1 && day <= 31 && CheckDigits.luhn(digits);
    boolean bare = text.length() == 10;
    return valid ? (bare ? Match.PLAUSIBLE : Match.CERTAIN) : Match.NONE;
  }

  private static Match any(String text) {
    return Match.plausible(ANY.matcher(text.toUpperCase(Locale.ROOT)).matches());
  }
}
