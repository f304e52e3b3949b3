package dev.godwit.registry.entry;

import dev.godwit.core.error.GodwitException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// A version of a connector, fit to be a part of paths and addresses. Versions are ordered as
/// semantic versioning has it: by number, candidates before what they are candidates of.
///
/// @param text as it is written
public record ConnectorVersion(String text) implements Comparable<ConnectorVersion> {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern BUILD = Pattern.compile("\\+.*");
  private static final int LONGEST = 80;

  /// Refuses what could lead elsewhere.
  ///
  /// @throws GodwitException CONFIG `registry.bad-version` when the text is not a plain version
  public ConnectorVersion {
    if (!isPlain(text)) {
      throw GodwitException.config(
              "registry.bad-version", Printable.quoted(text) + " cannot be a version.")
          .hint("Versions are numbers between dots, perhaps with more after a dash: 1.2.3-rc.1.");
    }
  }

  static boolean isPlain(String text) {
    return text.length() <= LONGEST && PLAIN.matcher(text).matches();
  }

  /// The first number; -1 where there is none.
  public int major() {
    String first = text.split("[._+-]", 2)[0];
    return first.length() < 9 && NUMBER.matcher(first).matches() ? Integer.parseInt(first) : -1;
  }

  @Override
  public int compareTo(ConnectorVersion other) {
    String[] own = BUILD.matcher(text).replaceFirst("").split("-", 2);
    String[] others = BUILD.matcher(other.text).replaceFirst("").split("-", 2);
    int release = compare(own[0].split("\\.", -1), others[0].split("\\.", -1));
    if (release != 0) {
      return release;
    }
    if (own.length != others.length) {
      return others.length - own.length;
    }
    int candidate =
        own.length == 1 ? 0 : compare(own[1].split("\\.", -1), others[1].split("\\.", -1));
    return candidate == 0 ? text.compareTo(other.text) : candidate;
  }

  private static int compare(String[] own, String[] others) {
    for (int i = 0; i < Math.min(own.length, others.length); i++) {
      int part = compare(own[i], others[i]);
      if (part != 0) {
        return part;
      }
    }
    return own.length - others.length;
  }

  private static int compare(String own, String other) {
    boolean isNumber = NUMBER.matcher(own).matches();
    if (isNumber != NUMBER.matcher(other).matches()) {
      return isNumber ? -1 : 1;
    }
    return isNumber ? new BigInteger(own).compareTo(new BigInteger(other)) : own.compareTo(other);
  }

  @Override
  public String toString() {
    return text;
  }
}
