package dev.godwit.manifest.internal.python;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `strftime` as Python has it on Linux with the C locale. `%s` takes the wall clock as UTC.
final class Strftime {
  static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private final DateTime moment;
  private final LocalDate date;
  private final LocalTime time;

  private Strftime(DateTime moment) {
    this.moment = moment;
    this.date = moment.local().toLocalDate();
    this.time = moment.local().toLocalTime();
  }

  static String format(DateTime moment, String format) {
    StringBuilder out = new StringBuilder(format.length() + 16);
    new Strftime(moment).write(format, out);
    return out.toString();
  }

  static String format(LocalDate date, String format) {
    return format(new DateTime(date.atStartOfDay(), null), format);
  }

  private void write(String format, StringBuilder out) {
    int at = 0;
    while (at < format.length() && format.charAt(at) != '\0') {
      char c = format.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else {
        at = directive(format, at, out);
      }
    }
  }

  private int directive(String format, int start, StringBuilder out) {
    String own = start < format.length() ? pythonField(format.charAt(start)) : null;
    if (own != null) {
      out.append(own);
      return start + 1;
    }
    int at = start;
    char pad = 0;
    boolean upper = false;
    boolean swap = false;
    while (at < format.length() && "_-0^#".indexOf(format.charAt(at)) >= 0) {
      char flag = format.charAt(at++);
      upper |= flag == '^';
      swap |= flag == '#';
      pad = flag == '^' || flag == '#' ? pad : flag;
    }
    int width = -1;
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      width = Math.min(1000, Math.max(width, 0) * 10 + format.charAt(at++) - '0');
    }
    int name = at;
    if (at < format.length() && (format.charAt(at) == 'E' || format.charAt(at) == 'O')) {
      name++;
    }
    String text = name < format.length() ? field(format.charAt(name), pad, width) : null;
    if (text == null) {
      int end = Math.min(name + 1, format.length());
      out.append(wide("%" + format.substring(start, end), width));
      return end;
    }
    boolean lower = swap && format.charAt(name) == 'p';
    String cased = upper || swap ? text.toUpperCase(Locale.ROOT) : text;
    out.append(wide(lower ? text.toLowerCase(Locale.ROOT) : cased, width));
    return name + 1;
  }

  /// The directives that Python itself fills in, which only work without flags.
  private @Nullable String pythonField(char directive) {
    return switch (directive) {
      case 'f' -> number(moment.micro(), 6, '0', '0', -1);
      case 'z' -> zoneOffset();
      case 'Z' -> zoneName();
      default -> null;
    };
  }

  private @Nullable String field(char directive, char pad, int width) {
    return switch (directive) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'Y', 'G', 'C', 'y', 'g', 'm', 'd', 'e', 'j', 'U', 'W', 'V', 'u', 'w' ->
          dateNumber(directive, pad, width);
      case 'H', 'I', 'k', 'l', 'M', 'S' -> timeNumber(directive, pad, width);
      case 'a' -> DAYS.get(date.getDayOfWeek().getValue() - 1).substring(0, 3);
      case 'A' -> DAYS.get(date.getDayOfWeek().getValue() - 1);
      case 'b', 'h' -> MONTHS.get(date.getMonthValue() - 1).substring(0, 3);
      case 'B' -> MONTHS.get(date.getMonthValue() - 1);
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'z', 'Z' -> "";
      case 's' -> Long.toString(moment.local().toEpochSecond(ZoneOffset.UTC));
      default -> composite(directive);
    };
  }

  private String zoneName() {
    Zone zone = moment.zone();
    String name = zone == null ? null : zone.name();
    return name == null ? "" : name;
  }

  private String zoneOffset() {
    Zone zone = moment.zone();
    return zone == null ? "" : IsoText.offset(zone.offset(), "");
  }

  private @Nullable String composite(char directive) {
    String format =
        switch (directive) {
          case 'c' -> "%a %b %e %H:%M:%S %Y";
          case 'D', 'x' -> "%m/%d/%y";
          case 'X', 'T' -> "%H:%M:%S";
          case 'R' -> "%H:%M";
          case 'F' -> "%Y-%m-%d";
          case 'r' -> "%I:%M:%S %p";
          default -> null;
        };
    return format == null ? null : format(moment, format);
  }

  private String dateNumber(char directive, char pad, int width) {
    return switch (directive) {
      case 'Y' -> number(date.getYear(), 1, '0', pad, width);
      case 'C' -> number(date.getYear() / 100, 2, '0', pad, width);
      case 'y' -> number(date.getYear() % 100, 2, '0', pad, width);
      case 'm' -> number(date.getMonthValue(), 2, '0', pad, width);
      case 'd' -> number(date.getDayOfMonth(), 2, '0', pad, width);
      case 'e' -> number(date.getDayOfMonth(), 2, ' ', pad, width);
      case 'j' -> number(date.getDayOfYear(), 3, '0', pad, width);
      default -> weekNumber(directive, pad, width);
    };
  }

  private String weekNumber(char directive, char pad, int width) {
    int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
    int day = date.getDayOfYear() - 1;
    int sunday = date.getDayOfWeek().getValue() % 7;
    return switch (directive) {
      case 'G' -> number(weekYear, 1, '0', pad, width);
      case 'g' -> number(weekYear % 100, 2, '0', pad, width);
      case 'U' -> number((day + 7 - sunday) / 7, 2, '0', pad, width);
      case 'W' -> number((day + 7 - (sunday + 6) % 7) / 7, 2, '0', pad, width);
      case 'V' -> number(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0', pad, width);
      case 'u' -> number(date.get(ChronoField.DAY_OF_WEEK), 1, '0', pad, width);
      default -> number(sunday, 1, '0', pad, width);
    };
  }

  private String timeNumber(char directive, char pad, int width) {
    int twelve = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (directive) {
      case 'H' -> number(time.getHour(), 2, '0', pad, width);
      case 'I' -> number(twelve, 2, '0', pad, width);
      case 'k' -> number(time.getHour(), 2, ' ', pad, width);
      case 'l' -> number(twelve, 2, ' ', pad, width);
      case 'M' -> number(time.getMinute(), 2, '0', pad, width);
      default -> number(time.getSecond(), 2, '0', pad, width);
    };
  }

  private static String number(int value, int digits, char usual, char pad, int width) {
    String text = Integer.toString(value);
    if (pad == '-') {
      return text;
    }
    int missing = Math.max(width, digits) - text.length();
    if (missing <= 0) {
      return text;
    }
    char filler = pad == '_' ? ' ' : pad == '0' ? '0' : usual;
    return String.valueOf(filler).repeat(missing) + text;
  }

  private static String wide(String text, int width) {
    return width <= text.length() ? text : " ".repeat(width - text.length()) + text;
  }
}
