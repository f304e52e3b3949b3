package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads the common formats (`%Y %m %d %H %M %S %f %z` between literal characters) without a
/// regular expression, where every field has its full width. What it cannot read it leaves to
/// [Strptime].
final class FixedFields {
  private static final String KNOWN = "YmdHMSfz";

  private final String text;
  private int at;
  private int year = 1900;
  private int month = 1;
  private int day = 1;
  private int hour;
  private int minute;
  private int second;
  private int micro;
  private @Nullable ZoneOffset offset;

  private FixedFields(String text) {
    this.text = text;
  }

  static boolean canRead(String format) {
    boolean year = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%') {
        i++;
        if (i == format.length() || KNOWN.indexOf(format.charAt(i)) < 0) {
          return false;
        }
        year |= format.charAt(i) == 'Y';
      } else if (Text.isSpace(c) || c > 127) {
        return false;
      }
    }
    return year;
  }

  /// Null where the text has not exactly the expected shape, or is not a valid moment.
  static @Nullable DateTime read(String format, String text) {
    FixedFields fields = new FixedFields(text);
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      boolean fits = c == '%' ? fields.field(format.charAt(++i)) : fields.literal(c);
      if (!fits) {
        return null;
      }
    }
    return fields.at == text.length() ? fields.toDateTime() : null;
  }

  private @Nullable DateTime toDateTime() {
    if (year < 1) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, micro * 1000);
      return new DateTime(local, offset == null ? null : Zone.fixed(offset));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private boolean literal(char c) {
    return at < text.length() && text.charAt(at++) == c;
  }

  private boolean field(char directive) {
    if (directive == 'f') {
      return fraction();
    }
    if (directive == 'z') {
      return zone();
    }
    int value = digits(directive == 'Y' ? 4 : 2);
    switch (directive) {
      case 'Y' -> year = value;
      case 'm' -> month = value;
      case 'd' -> day = value;
      case 'H' -> hour = value;
      case 'M' -> minute = value;
      default -> second = value;
    }
    return value >= 0;
  }

  private int digits(int count) {
    int value = 0;
    for (int end = at + count; at < end; at++) {
      if (at >= text.length() || !isDigit(text.charAt(at))) {
        return -1;
      }
      value = value * 10 + text.charAt(at) - '0';
    }
    return value;
  }

  private boolean fraction() {
    int start = at;
    int value = 0;
    while (at < text.length() && at - start < 6 && isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    int digits = at - start;
    for (int i = digits; i < 6; i++) {
      value *= 10;
    }
    micro = value;
    return digits > 0;
  }

  private boolean zone() {
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      offset = ZoneOffset.UTC;
      return true;
    }
    if (at >= text.length() || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
      return false;
    }
    int sign = text.charAt(at++) == '-' ? -1 : 1;
    int hours = digits(2);
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    int minutes = digits(2);
    if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
      return false;
    }
    offset = ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
