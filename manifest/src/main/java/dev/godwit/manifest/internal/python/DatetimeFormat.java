package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The date formats of manifests: Python's `strptime` and `strftime` plus `%s`, `%s_as_float`,
/// `%ms`, `%epoch_microseconds` as whole formats and `%_ms` (milliseconds) anywhere. Moments are
/// exact to the microsecond, years go from 1 to 9999.
///
/// Milliseconds and microseconds since 1970 are printed by way of a double, as users' states have
/// them: about one instant in a hundred comes out one unit low. Thread-safe.
public final class DatetimeFormat {
  private DatetimeFormat() {}

  /// Reads `value` (text or number). A format without a zone means UTC; an offset in the text is
  /// kept.
  ///
  /// @throws PythonException VALUE when the text does not match, OVERFLOW outside the years 1 to
  ///   9999, TYPE for null or a list
  public static OffsetDateTime parse(String format, @Nullable Object value) {
    return switch (format) {
      case "%s" -> fromMicros(scaled(integer(value), 1_000_000));
      case "%s_as_float" -> ofSeconds(seconds(value));
      case "%epoch_microseconds" -> fromMicros(integer(value));
      case "%ms" -> fromMicros(scaled(integer(value), 1_000));
      default -> {
        String pattern = format.contains("%_ms") ? format.replace("%_ms", "%f") : format;
        yield Strptime.of(pattern).parse(Repr.str(value)).toOffset();
      }
    };
  }

  /// As [#parse(String, Object)], with null where the text does not match or is out of range.
  public static @Nullable OffsetDateTime tryParse(String format, @Nullable Object value) {
    try {
      return parse(format, value);
    } catch (PythonException _) {
      return null;
    }
  }

  /// Reads `text` by Python's `strptime` alone, without the special formats. A text without a zone
  /// means UTC.
  ///
  /// @throws PythonException VALUE when the text does not match
  public static OffsetDateTime parseNative(String format, String text) {
    return Strptime.of(format).parse(text).toOffset();
  }

  /// Prints `moment` in its own offset.
  public static String format(OffsetDateTime moment, String format) {
    return format(DateTime.of(moment), format);
  }

  static String format(DateTime moment, String format) {
    return switch (format) {
      case "%s" -> Repr.str(Numbers.truncate(moment.timestamp()));
      case "%s_as_float" -> FloatText.repr(moment.timestamp());
      case "%epoch_microseconds" -> Repr.str(Numbers.truncate(moment.timestamp() * 1_000_000));
      case "%ms" -> Repr.str(Numbers.truncate(moment.timestamp() * 1000));
      default -> {
        if (!format.contains("%_ms")) {
          yield Strftime.format(moment, format);
        }
        String text = Strftime.format(moment, format.replace("%_ms", "%f"));
        yield text.replace(
            Strftime.format(moment, "%f"), String.format("%03d", moment.micro() / 1000));
      }
    };
  }

  private static BigInteger scaled(BigInteger count, long unit) {
    return count.multiply(BigInteger.valueOf(unit));
  }

  private static OffsetDateTime fromMicros(BigInteger micros) {
    if (!Numbers.fitsLong(micros)) {
      throw TimeDelta.tooLarge();
    }
    long count = micros.longValue();
    long second = Math.floorDiv(count, TimeDelta.MICROS_PER_SECOND);
    long nano = Math.floorMod(count, TimeDelta.MICROS_PER_SECOND) * 1000;
    long min = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toEpochSecond();
    long max = OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC).toEpochSecond();
    if (second < min || second > max) {
      throw PythonException.value("year is out of range");
    }
    return Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime ofSeconds(double seconds) {
    if (Double.isNaN(seconds) || Double.isInfinite(seconds) || Math.abs(seconds) > 1e12) {
      throw PythonException.value("timestamp out of range");
    }
    long whole = (long) seconds;
    long micro = (long) Math.rint((seconds - whole) * 1e6);
    return fromMicros(scaled(BigInteger.valueOf(whole), 1_000_000).add(BigInteger.valueOf(micro)));
  }

  private static BigInteger integer(@Nullable Object value) {
    Object number = Conversion.toInt(value);
    return Numbers.big(number);
  }

  private static double seconds(@Nullable Object value) {
    return Conversion.toFloat(value);
  }
}
