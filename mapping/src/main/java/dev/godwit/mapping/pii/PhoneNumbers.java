package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Phone numbers: with the sign of an international number, in North America's form, or, where the
/// field is called so, any that people write.
final class PhoneNumbers {
  static final Pattern INSIDE =
      Pattern.compile(
          "(?<![\\w+])(?:\\+|00 ?)[1-9][0-9]{0,2}(?:[ ./-]?\\(?[0-9]{1,5}\\)?){2,6}(?!\\w)");

  private static final Pattern INTERNATIONAL =
      Pattern.compile("\\+ ?[1-9](?:[ ./()-]{0,2}[0-9]){6,14}(?: ?(?:x|ext\\.?) ?[0-9]{1,6})?");

  private static final Pattern NORTH_AMERICAN =
      Pattern.compile(
          "(?:1[ .-])?(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[ .-][0-9]{4}");

  private static final Pattern WRITTEN =
      Pattern.compile("[+(]?[0-9](?:[ ./()-]{0,3}[0-9]){6,14}(?: ?(?:x|ext\\.?|#) ?[0-9]{1,6})?");

  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

  private static final int LEAST_DIGITS = 8;

  private PhoneNumbers() {}

  static Match match(String text) {
    boolean certain =
        INTERNATIONAL.matcher(text).matches() || NORTH_AMERICAN.matcher(text).matches();
    boolean plausible = WRITTEN.matcher(text).matches() && !TIME.matcher(text).matches();
    return Match.certain(certain).or(plausible);
  }

  /// Whether a part of a text that has the form of a phone number is long enough for one.
  static boolean isLongEnough(String found) {
    return found.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
  }
}
