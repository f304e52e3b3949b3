package dev.godwit.mapping.pii;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for personal data inside sentences.
final class FreeText {
  private static final int LEAST_LENGTH = 20;
  private static final int LEAST_SPACES = 3;

  /// Longer texts are looked at up to here.
  private static final int LONGEST = 20_000;

  private static final Pattern US_ID =
      Pattern.compile("(?<![\\w-])(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![\\w-])");

  private FreeText() {}

  static boolean isText(String text) {
    return text.length() >= LEAST_LENGTH
        && text.chars().limit(LONGEST).filter(Character::isWhitespace).limit(LEAST_SPACES).count()
            == LEAST_SPACES;
  }

  /// The kinds of personal data that stand in a text.
  static Set<PiiClass> classes(String text) {
    String begin = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Set<PiiClass> found = EnumSet.noneOf(PiiClass.class);
    if (begin.indexOf('@') > 0 && EmailAddresses.INSIDE.matcher(begin).find()) {
      found.add(PiiClass.EMAIL);
    }
    if (begin.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      addNumbers(begin, found);
    }
    return found;
  }

  private static void addNumbers(String text, Set<PiiClass> found) {
    if (anyIn(BankAccounts.INSIDE, text, part -> BankAccounts.match(part) == Match.CERTAIN)) {
      found.add(PiiClass.IBAN);
    }
    if (anyIn(PaymentCards.INSIDE, text, part -> PaymentCards.match(part) == Match.CERTAIN)) {
      found.add(PiiClass.PAYMENT_CARD);
    }
    if (US_ID.matcher(text).find()) {
      found.add(PiiClass.NATIONAL_ID);
    }
    if (anyIn(PhoneNumbers.INSIDE, text, PhoneNumbers::isLongEnough)) {
      found.add(PiiClass.PHONE);
    }
  }

  private static boolean anyIn(Pattern pattern, String text, Predicate<String> test) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (test.test(matcher.group())) {
        return true;
      }
    }
    return false;
  }
}
