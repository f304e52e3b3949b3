package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields that `strptime` found, and the moment they add up to.
final class ParsedFields {
  private @Nullable Integer year;
  private @Nullable Integer isoYear;
  private @Nullable Integer isoWeek;
  private @Nullable Integer week;
  private boolean weekStartsMonday;
  private @Nullable Integer weekday;
  private @Nullable Integer dayOfYear;
  private int month = 1;
  private int day = 1;
  private int hour;
  private boolean twelveHours;
  private String half = "";
  private int minute;
  private int second;
  private int micro;
  private @Nullable ZoneOffset offset;
  private @Nullable String zoneName;

  void set(char directive, String text) {
    switch (directive) {
      case 'f' -> micro = number((text + "00000").substring(0, 6));
      case 'z' -> offset = offset(text);
      case 'Z' -> zoneName = text;
      case 'p' -> half = text.toLowerCase(Locale.ROOT);
      case 'A', 'a' -> weekday = index(Strftime.DAYS, text);
      case 'B', 'b' -> month = index(Strftime.MONTHS, text) + 1;
      default -> setNumber(directive, number(text.strip()));
    }
  }

  private void setNumber(char directive, int value) {
    switch (directive) {
      case 'y' -> year = value + (value <= 68 ? 2000 : 1900);
      case 'Y' -> year = value;
      case 'G' -> isoYear = value;
      case 'm' -> month = value;
      case 'd' -> day = value;
      case 'H' -> hour = value;
      case 'I' -> {
        hour = value;
        twelveHours = true;
      }
      case 'M' -> minute = value;
      case 'S' -> second = value;
      case 'w' -> weekday = (value + 6) % 7;
      case 'u' -> weekday = value - 1;
      case 'j' -> dayOfYear = value;
      case 'U', 'W' -> {
        week = value;
        weekStartsMonday = directive == 'W';
      }
      default -> isoWeek = value;
    }
  }

  private static int index(List<String> names, String text) {
    String start = text.substring(0, 3).toLowerCase(Locale.ROOT);
    int at = 0;
    while (!names.get(at).toLowerCase(Locale.ROOT).startsWith(start)) {
      at++;
    }
    return at;
  }

  private static int number(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value * 10 + Character.digit(digits.charAt(i), 10);
    }
    return value;
  }

  private static ZoneOffset offset(String text) {
    if (text.equals("Z")) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(1);
    boolean colons = digits.charAt(2) == ':';
    if (colons && digits.length() > 5 && digits.charAt(5) != ':') {
      throw PythonException.value("Inconsistent use of : in " + text);
    }
    String plain = digits.replace(":", "");
    int seconds = number(plain.substring(0, 2)) * 3600 + number(plain.substring(2, 4)) * 60;
    if (plain.length() >= 6) {
      seconds += number(plain.substring(4, 6));
    }
    return zone(text.startsWith("-") ? -seconds : seconds);
  }

  static ZoneOffset zone(int seconds) {
    try {
      return ZoneOffset.ofTotalSeconds(seconds);
    } catch (DateTimeException _) {
      throw PythonException.value("offset is out of range");
    }
  }

  DateTime toDateTime() {
    checkIsoWeek();
    try {
      LocalDate date = date();
      if (date.getYear() < 1 || date.getYear() > 9999) {
        throw PythonException.value("year " + date.getYear() + " is out of range");
      }
      LocalDateTime local = date.atTime(hourOfDay(), minute, second, micro * 1000);
      return new DateTime(local, zone());
    } catch (DateTimeException e) {
      throw PythonException.value("day is out of range for month");
    }
  }

  private @Nullable Zone zone() {
    if (offset == null) {
      return null;
    }
    return zoneName == null ? Zone.fixed(offset) : Zone.named(offset, zoneName);
  }

  private int hourOfDay() {
    if (!twelveHours) {
      return hour;
    }
    return half.equals("pm") ? hour % 12 + 12 : hour % 12;
  }

  private void checkIsoWeek() {
    boolean complete = isoWeek != null && weekday != null;
    if (year == null && isoYear != null && (!complete || dayOfYear != null)) {
      throw PythonException.value(
          "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday");
    }
    boolean lone = year != null || isoYear == null;
    if (lone && week == null && isoWeek != null) {
      throw PythonException.value("ISO week directive '%V' must be used with the ISO year '%G'");
    }
  }

  private LocalDate date() {
    int base = year == null ? (month == 2 && day == 29 ? 1904 : 1900) : year;
    if (dayOfYear != null) {
      return LocalDate.of(base, 1, 1).plusDays(dayOfYear - 1L);
    }
    if (weekday != null && week != null) {
      return LocalDate.of(base, 1, 1).plusDays(dayInWeek(base, week, weekday) - 1L);
    }
    if (weekday != null && isoYear != null && isoWeek != null && year == null) {
      LocalDate monday = LocalDate.of(isoYear, 1, 4);
      monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
      return monday.plusDays((isoWeek - 1L) * 7 + weekday);
    }
    return year == null && base == 1904
        ? LocalDate.of(1900, month, day)
        : LocalDate.of(base, month, day);
  }

  private int dayInWeek(int base, int weekOfYear, int dayOfWeek) {
    int first = LocalDate.of(base, 1, 1).getDayOfWeek().getValue() - 1;
    int wanted = dayOfWeek;
    if (!weekStartsMonday) {
      first = (first + 1) % 7;
      wanted = (wanted + 1) % 7;
    }
    int weekZero = (7 - first) % 7;
    return weekOfYear == 0 ? 1 + wanted - first : 1 + weekZero + 7 * (weekOfYear - 1) + wanted;
  }
}
