package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.DateTime;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.IsoDateParser;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Members;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import dev.godwit.manifest.internal.python.TimeDelta;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import dev.godwit.manifest.internal.python.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The functions of dates.
final class DateFunctions {
  private static final String DELTA_FORMAT = "%Y-%m-%dT%H:%M:%S.%f%z";
  private static final Map<String, ZoneId> ZONES = zones();

  private DateFunctions() {}

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> !id.startsWith("SystemV/"))
        .forEach(id -> zones.put(id, ZoneId.of(id)));
    zones.put("UTC", ZoneOffset.UTC);
    return zones;
  }

  private static Instant instant(Frame frame) {
    return frame.scope().environment().clock().instant();
  }

  static DateTime now(Frame frame) {
    OffsetDateTime now = instant(frame).atOffset(ZoneOffset.UTC);
    return new DateTime(now.toLocalDateTime(), Zone.UTC);
  }

  static LocalDate today(Frame frame) {
    return LocalDate.ofInstant(instant(frame), ZoneOffset.UTC);
  }

  static LocalDate todayIn(Frame frame, @Nullable Object zone) {
    ZoneId found = zone instanceof String name ? ZONES.get(name) : null;
    if (found == null) {
      throw new PythonException(Kind.KEY, "unknown time zone");
    }
    return LocalDate.ofInstant(instant(frame), found);
  }

  static @Nullable Object dayDelta(Frame frame, Bound arguments) {
    Object days = arguments.at(0);
    if (days == null || !Numbers.isNumber(days)) {
      throw PythonException.type(
          "unsupported type for timedelta days component: " + Types.name(days));
    }
    Object delta = Arithmetic.apply(Arithmetic.Operator.MULTIPLY, TimeDelta.ofDays(1), days);
    Object moment = Arithmetic.apply(Arithmetic.Operator.ADD, now(frame), delta);
    Object format = arguments.or(1, DELTA_FORMAT);
    return strftime(moment, format);
  }

  private static @Nullable Object strftime(@Nullable Object moment, @Nullable Object format) {
    return Members.invoke(moment, "strftime", Arguments.of(List.of(text(format))));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw PythonException.type("argument must be str, not " + Types.name(value));
  }

  static Object timestamp(@Nullable Object value) {
    if (value != null && Numbers.isNumber(value)) {
      return Conversion.toInt(value);
    }
    return toDateTime(value).timestamp();
  }

  static DateTime toDateTime(@Nullable Object value) {
    return switch (value) {
      case String text -> IsoDateParser.parseUtc(text);
      case Undefined undefined -> throw undefined.failure();
      case null, default -> throw notText(value);
    };
  }

  /// What Python's parser trips over depends on whether the value has a length.
  private static PythonException notText(@Nullable Object value) {
    return Iteration.isIterable(value) && Iteration.length(value) < 4
        ? PythonException.value("ISO string too short")
        : PythonException.type("not a string: " + Types.name(value));
  }

  static @Nullable Object format(Bound arguments) {
    Object value = arguments.at(0);
    Object format = arguments.at(1);
    Object input = arguments.at(2);
    boolean given = input != null && !"".equals(input) && !(input instanceof Undefined);
    if (value instanceof DateTime) {
      return strftime(value, format);
    }
    OffsetDateTime moment;
    if (Numbers.isInt(value)) {
      moment = DatetimeFormat.parse(given ? text(input) : "%s", value);
    } else if (given) {
      moment = DatetimeFormat.parseNative(text(input), text(value));
    } else {
      moment = toDateTime(value).toOffset();
    }
    return DatetimeFormat.format(moment, text(format));
  }
}
