package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Addresses of electronic mail.
final class EmailAddresses {
  static final Pattern INSIDE =
      Pattern.compile(
          "(?<![\\w.+%-])[\\p{L}0-9_.+%'-]{1,64}@(?:[\\p{L}0-9](?:[\\p{L}0-9-]{0,61}[\\p{L}0-9])?\\.){1,8}\\p{L}{2,24}(?![\\w@-])");

  private static final int LONGEST = 254;

  private EmailAddresses() {}

  static Match match(String text) {
    String address = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
    if (address.length() > LONGEST || address.indexOf('@') <= 0) {
      return Match.NONE;
    }
    return Match.certain(INSIDE.matcher(address).matches()).or(address.indexOf(' ') < 0);
  }
}
