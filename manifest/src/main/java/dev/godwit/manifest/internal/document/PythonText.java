package dev.godwit.manifest.internal.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Scalars as the text that Python's `str` makes of them, which is what the reference engine does
/// when a text is expected.
public final class PythonText {
  /// Made when a manifest first holds an instant, which is hardly ever: it takes as long as reading
  /// a small manifest.
  private static final class Formats {
    static final DateTimeFormatter LOCAL =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
            .toFormatter();
    static final DateTimeFormatter OFFSET =
        new DateTimeFormatterBuilder().append(LOCAL).appendOffset("+HH:MM", "+00:00").toFormatter();
  }

  private PythonText() {}

  /// The text of a scalar's value.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean bool -> bool ? "True" : "False";
      case Double number -> of(number.doubleValue());
      case Temporal time -> iso(time).replace('T', ' ');
      default -> value.toString();
    };
  }

  /// A date or time in ISO 8601, with as many digits as Python's `isoformat` gives it.
  static String iso(Temporal time) {
    return switch (time) {
      case OffsetDateTime instant -> Formats.OFFSET.format(instant).replace(".000000", "");
      case LocalDateTime instant -> Formats.LOCAL.format(instant).replace(".000000", "");
      case LocalDate date -> date.toString();
      default -> time.toString();
    };
  }

  private static String of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (digits.signum() == 0) {
      return 1 / number > 0 ? "0.0" : "-0.0";
    }
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = digits.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = digits.movePointLeft(exponent).toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    return mantissa + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
  }
}
