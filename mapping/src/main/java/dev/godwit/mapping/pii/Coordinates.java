package dev.godwit.mapping.pii;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where somebody is or lives: degrees of latitude and longitude, streets with numbers.
final class Coordinates {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:POINT ?)?\\(?([-+]?[0-9]{1,3}\\.[0-9]{3,})(?: *[,;] *|"
              + " +)([-+]?[0-9]{1,3}\\.[0-9]{3,})\\)?");

  private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,3}\\.[0-9]{3,}");

  private static final Pattern STREET = Pattern.compile("[\\p{L}0-9 .,'’/#ºª()-]{5,120}");
  private static final int LEAST_LETTERS = 3;

  private static final double WEST_TO_EAST = 180;
  private static final double SOUTH_TO_NORTH = 90;

  private Coordinates() {}

  /// Two degrees in one text.
  static Match matchPair(String text) {
    Matcher pair = PAIR.matcher(text);
    if (!pair.matches()) {
      return Match.NONE;
    }
    double first = Math.abs(Double.parseDouble(pair.group(1)));
    double second = Math.abs(Double.parseDouble(pair.group(2)));
    return Match.certain(
        Math.max(first, second) <= WEST_TO_EAST && Math.min(first, second) <= SOUTH_TO_NORTH);
  }

  /// One of them, so exact that it means a place rather than a measure.
  static Match matchDegrees(String text) {
    return Match.plausible(
        DEGREES.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= WEST_TO_EAST);
  }

  static Match matchStreet(String text) {
    return Match.plausible(
        STREET.matcher(text).matches()
            && text.indexOf(' ') > 0
            && text.chars().anyMatch(Character::isDigit)
            && text.chars().filter(Character::isLetter).limit(LEAST_LETTERS).count()
                == LEAST_LETTERS);
  }
}
