package dev.godwit.manifest.internal.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// YAML timestamps, kept as what they say: a date, a time without offset or a time with one.
final class Timestamps {
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:(?:[Tt]|["
              + " \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:["
              + " \\t]*(?:(Z)|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?)?");
  private static final Pattern SHORT_DATE = Pattern.compile("[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9][0-9]-[0-9][0-9]");

  private Timestamps() {}

  /// Whether an unquoted text is a timestamp. A date alone needs both digits of month and day.
  static boolean matches(String text) {
    return SHORT_DATE.matcher(text).matches()
        ? DATE.matcher(text).matches()
        : TIMESTAMP.matcher(text).matches();
  }

  /// The date or time that a text says.
  ///
  /// @throws IllegalArgumentException when the text is no timestamp
  /// @throws java.time.DateTimeException when there is no such date or time
  static Temporal parse(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a timestamp");
    }
    LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    if (parts.group(4) == null) {
      return date;
    }
    LocalDateTime time =
        date.atTime(number(parts, 4), number(parts, 5), number(parts, 6), nanos(parts.group(7)));
    if (parts.group(8) != null) {
      return time.atOffset(ZoneOffset.UTC);
    }
    return parts.group(9) == null ? time : OffsetDateTime.of(time, offset(parts));
  }

  private static ZoneOffset offset(Matcher parts) {
    int minutes = number(parts, 10) * 60 + (parts.group(11) == null ? 0 : number(parts, 11));
    return ZoneOffset.ofTotalSeconds(("-".equals(parts.group(9)) ? -60 : 60) * minutes);
  }

  private static int nanos(@Nullable String fraction) {
    if (fraction == null || fraction.isEmpty()) {
      return 0;
    }
    String micros = (fraction + "000000").substring(0, 6);
    return Integer.parseInt(micros) * 1000;
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
