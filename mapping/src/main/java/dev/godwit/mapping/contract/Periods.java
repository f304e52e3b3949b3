package dev.godwit.mapping.contract;

import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lengths of time.
final class Periods {
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})([smhdw])");
  private static final int DAYS_OF_WEEK = 7;

  private Periods() {}

  /// `90m`, `24h`, `7d`, `2w`, or ISO 8601: `PT24H`.
  static Duration read(String text, String path) {
    Matcher matcher = SHORT.matcher(text);
    Duration period = matcher.matches() ? of(matcher) : iso(text, path);
    if (period.isNegative() || period.isZero()) {
      throw wrong(path);
    }
    return period;
  }

  private static Duration of(Matcher matcher) {
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(DAYS_OF_WEEK * count);
    };
  }

  private static Duration iso(String text, String path) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(path).causedBy(e);
    }
  }

  /// `3 d 4 h`, in the two largest units.
  static String words(Duration period) {
    if (period.toDays() > 0) {
      return "%d d %d h".formatted(period.toDays(), period.toHoursPart());
    }
    return period.toHours() > 0
        ? "%d h %d min".formatted(period.toHours(), period.toMinutesPart())
        : "%d min %d s".formatted(period.toMinutes(), period.toSecondsPart());
  }

  private static GodwitException wrong(String path) {
    return Entries.wrong(path, "a length of time, as 90m, 24h, 7d or PT36H");
  }
}
