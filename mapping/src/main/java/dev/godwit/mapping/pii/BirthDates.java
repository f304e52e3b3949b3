package dev.godwit.mapping.pii;

import java.util.regex.Pattern;

/// Days on which living people were born. They look like other days, so the name of the field has
/// to say what they are.
final class BirthDates {
  /// Of texts that can be cut off after the year.
  static final String YEAR_FIRST = "date of birth, year first";

  private static final Pattern ISO =
      Pattern.compile(
          "(?:19|20)[0-9]{2}[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12][0-9]|3[01])(?:[T ].*)?");

  private static final Pattern OTHER =
      Pattern.compile("[0-3]?[0-9][-/. ][0-3]?[0-9][-/. ](?:19|20)[0-9]{2}");

  private BirthDates() {}

  static Match matchIso(String text) {
    return Match.plausible(ISO.matcher(text).matches());
  }

  static Match matchOther(String text) {
    return Match.plausible(OTHER.matcher(text).matches());
  }
}
