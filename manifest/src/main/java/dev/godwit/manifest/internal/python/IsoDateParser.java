package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// ISO-8601 dates and times in all the forms that manifests meet: `2022`, `2022-01`, `20220114`,
/// week and ordinal dates, any one character before the time, fractions cut to microseconds,
/// offsets as `Z`, `+01`, `+0100`, `+01:00`.
public final class IsoDateParser {
  private final String text;
  private int at;
  private final int[] time = new int[4];
  private @Nullable Zone zone;

  private IsoDateParser(String text) {
    this.text = text;
  }

  /// Reads a date with or without a time.
  ///
  /// @return naive where the text names no offset
  /// @throws PythonException VALUE when the text is no such date
  public static DateTime parse(String text) {
    try {
      return new IsoDateParser(text).read();
    } catch (DateTimeException e) {
      throw invalid("date or time out of range");
    }
  }

  /// As [#parse(String)], a naive moment taken as UTC and the result moved to UTC.
  public static DateTime parseUtc(String text) {
    DateTime moment = parse(text);
    return moment.zone() == null
        ? new DateTime(moment.local(), Zone.PYTZ_UTC)
        : moment.inZone(Zone.PYTZ_UTC);
  }

  private static PythonException invalid(String message) {
    return PythonException.value(message);
  }

  private DateTime read() {
    if (!Text.isAscii(text)) {
      throw invalid("ISO-8601 strings should contain only ASCII characters");
    }
    LocalDate date = date();
    if (at < text.length()) {
      at++;
      readTime();
    }
    boolean midnight = time[0] == 24;
    if (midnight) {
      time[0] = 0;
    }
    LocalDateTime local = date.atTime(time[0], time[1], time[2], time[3] * 1000);
    return new DateTime(midnight ? local.plusDays(1) : local, zone);
  }

  private LocalDate date() {
    LocalDate common = commonDate();
    return common != null ? common : uncommonDate();
  }

  private @Nullable LocalDate commonDate() {
    if (text.length() < 4) {
      throw invalid("ISO string too short");
    }
    int year = number(0, 4);
    at = 4;
    if (year < 0) {
      return null;
    }
    if (at == text.length()) {
      return LocalDate.of(checkedYear(year), 1, 1);
    }
    boolean dashes = text.charAt(at) == '-';
    int start = dashes ? 5 : 4;
    int month = number(start, 2);
    at = start + 2;
    if (month < 0 || (at >= text.length() && !dashes)) {
      return null;
    }
    if (at >= text.length()) {
      return LocalDate.of(checkedYear(year), month, 1);
    }
    if (dashes && text.charAt(at++) != '-') {
      return null;
    }
    int day = number(at, 2);
    at += 2;
    return day < 0 ? null : LocalDate.of(checkedYear(year), month, day);
  }

  private static int checkedYear(int year) {
    if (year == 0) {
      throw invalid("year 0 is out of range");
    }
    return year;
  }

  private LocalDate uncommonDate() {
    int year = checkedYear(required(0, 4));
    boolean dash = at(4) == '-';
    at = dash ? 5 : 4;
    if (at(at) == 'W') {
      int week = required(at + 1, Math.min(2, text.length() - at - 1));
      at += 3;
      int day = 1;
      if (at < text.length()) {
        if ((at(at) == '-') != dash) {
          throw invalid("Inconsistent use of dash separator");
        }
        at += dash ? 1 : 0;
        day = required(at, 1);
        at++;
      }
      return weekDate(year, week, day);
    }
    int ordinal = required(at, 3);
    at += 3;
    if (ordinal < 1 || ordinal > (Year.isLeap(year) ? 366 : 365)) {
      throw invalid("Invalid ordinal day " + ordinal + " for year " + year);
    }
    return LocalDate.ofYearDay(year, ordinal);
  }

  private static LocalDate weekDate(int year, int week, int day) {
    if (week < 1 || week > 53 || day < 1 || day > 7) {
      throw invalid("Invalid week or weekday");
    }
    LocalDate fourth = LocalDate.of(year, 1, 4);
    LocalDate monday = fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L);
    return monday.plusDays((week - 1L) * 7 + day - 1);
  }

  private void readTime() {
    if (text.length() - at < 2) {
      throw invalid("ISO time too short");
    }
    boolean colons = false;
    for (int part = 0; at < text.length() && part <= 5; part++) {
      if ("-+Zz".indexOf(at(at)) >= 0) {
        zone = zone(text.substring(at));
        at = text.length();
        break;
      }
      if (part == 1 && at(at) == ':') {
        colons = true;
        at++;
      } else if (part == 2 && colons) {
        if (at(at) != ':') {
          throw invalid("Inconsistent use of colon separator");
        }
        at++;
      }
      if (part < 3) {
        time[part] = shortNumber();
      } else if (part == 3) {
        readFraction();
      }
    }
    if (at < text.length()) {
      throw invalid("Unused components in ISO string");
    }
    if (time[0] == 24 && (time[1] != 0 || time[2] != 0 || time[3] != 0)) {
      throw invalid("Hour may only be 24 at 24:00:00.000");
    }
  }

  private int shortNumber() {
    String digits = text.substring(at, Math.min(at + 2, text.length()));
    Object value = NumberText.parseInt(digits, 10);
    if (!(value instanceof Long number) || number < 0) {
      throw invalid("invalid literal for int() with base 10: " + Repr.repr(digits));
    }
    at += 2;
    return number.intValue();
  }

  private void readFraction() {
    if (at(at) != '.' && at(at) != ',') {
      return;
    }
    int start = at + 1;
    int end = start;
    while (Character.isDigit(at(end))) {
      end++;
    }
    if (end > start) {
      String digits = (text.substring(start, end) + "00000").substring(0, 6);
      time[3] = Integer.parseInt(digits);
      at = end;
    }
  }

  private static Zone zone(String text) {
    if (text.equals("Z") || text.equals("z")) {
      return new Zone(ZoneOffset.UTC, "UTC", "tzutc()");
    }
    if (text.length() != 3 && text.length() != 5 && text.length() != 6) {
      throw invalid("Time zone offset must be 1, 3, 5 or 6 characters");
    }
    if (text.charAt(0) != '-' && text.charAt(0) != '+') {
      throw invalid("Time zone offset requires sign");
    }
    int hours = part(text, 1, 3);
    int minutes = text.length() == 3 ? 0 : part(text, text.charAt(3) == ':' ? 4 : 3, text.length());
    if (hours > 23 || minutes > 59) {
      throw invalid("Invalid time zone offset");
    }
    int seconds = (hours * 60 + minutes) * 60;
    ZoneOffset offset = ParsedFields.zone(text.charAt(0) == '-' ? -seconds : seconds);
    return new Zone(offset, seconds == 0 ? "UTC" : null, seconds == 0 ? "tzutc()" : "tzoffset()");
  }

  private static int part(String text, int from, int to) {
    Object value = NumberText.parseInt(text.substring(from, to), 10);
    if (!(value instanceof Long number)) {
      throw invalid("invalid time zone offset " + Repr.repr(text));
    }
    return number.intValue();
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private int number(int from, int count) {
    if (from + count > text.length()) {
      return -1;
    }
    Object value = NumberText.parseInt(text.substring(from, from + count), 10);
    return value instanceof Long number && number >= 0 ? number.intValue() : -1;
  }

  private int required(int from, int count) {
    int value = number(from, count);
    if (value < 0) {
      throw invalid("invalid ISO date " + Repr.repr(text));
    }
    return value;
  }
}
