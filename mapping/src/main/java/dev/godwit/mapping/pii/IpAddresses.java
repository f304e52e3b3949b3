package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Addresses of devices in the internet, of versions 4 and 6.
final class IpAddresses {
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final Pattern FOUR =
      Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE + "(?:/[0-9]{1,2}|:[0-9]{1,5})?");

  private static final Pattern SIX_FORM = Pattern.compile("[0-9a-fA-F:]{2,39}(?:/[0-9]{1,3})?");
  private static final int GROUPS = 8;
  private static final int GROUP_LENGTH = 4;

  private IpAddresses() {}

  static Match matchFour(String text) {
    boolean own = text.startsWith("0.") || text.startsWith("127.");
    return FOUR.matcher(text).matches() ? (own ? Match.PLAUSIBLE : Match.CERTAIN) : Match.NONE;
  }

  static Match matchSix(String text) {
    String address = text.startsWith("::ffff:") ? text.substring(7) : text;
    if (!address.equals(text) && FOUR.matcher(address).matches()) {
      return Match.CERTAIN;
    }
    return Match.certain(SIX_FORM.matcher(text).matches() && isSix(text.replaceFirst("/.*", "")));
  }

  /// Eight groups, of which some may be left out at one place.
  private static boolean isSix(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    String[] groups = text.split(":", -1);
    int filled = 0;
    for (String group : groups) {
      if (group.length() > GROUP_LENGTH) {
        return false;
      }
      filled += group.isEmpty() ? 0 : 1;
    }
    return gap >= 0 ? filled >= 2 && filled < GROUPS : filled == GROUPS && groups.length == GROUPS;
  }
}
