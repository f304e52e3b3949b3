package dev.godwit.record;

import dev.godwit.record.Conversion.Misfit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Conversions to types without parts. Numbers widen as in Java and never lose anything but the
/// last bits of a double; text becomes a number only where the type is exact.
final class Scalars {
  private static final Map<Class<?>, Conversion> CONVERSIONS = conversions();

  private Scalars() {}

  /// The conversion to a type; null where it is none of these.
  static @Nullable Conversion to(Class<?> type) {
    return type.isEnum() ? constant(type) : CONVERSIONS.get(type);
  }

  private static Map<Class<?>, Conversion> conversions() {
    Map<Class<?>, Conversion> all = new HashMap<>();
    all.put(Object.class, (value, _) -> value);
    all.put(String.class, only(String.class, "text"));
    all.put(Boolean.class, only(Boolean.class, "a boolean"));
    all.put(Integer.class, whole("an int", BigInteger::intValueExact));
    all.put(Long.class, whole("a long", BigInteger::longValueExact));
    all.put(Short.class, whole("a short", BigInteger::shortValueExact));
    all.put(Byte.class, whole("a byte", BigInteger::byteValueExact));
    all.put(BigInteger.class, whole("an integer", number -> number));
    all.put(Double.class, number("a number", Number::doubleValue));
    all.put(Float.class, number("a number", Number::floatValue));
    all.put(BigDecimal.class, Scalars::decimal);
    all.put(Instant.class, text("a time", text -> time(text).toInstant()));
    all.put(OffsetDateTime.class, text("a time with an offset", Scalars::time));
    all.put(ZonedDateTime.class, text("a time with an offset", t -> time(t).toZonedDateTime()));
    all.put(LocalDate.class, text("a date", text -> LocalDate.parse(text)));
    all.put(LocalTime.class, text("a time of day", text -> LocalTime.parse(text)));
    all.put(LocalDateTime.class, text("a date and time", t -> LocalDateTime.parse(iso(t))));
    all.put(UUID.class, text("a UUID", UUID::fromString));
    all.put(URI.class, text("a URI", URI::create));
    Map<Class<?>, Class<?>> primitives =
        Map.of(
            boolean.class, Boolean.class,
            int.class, Integer.class,
            long.class, Long.class,
            short.class, Short.class,
            byte.class, Byte.class,
            double.class, Double.class,
            float.class, Float.class);
    primitives.forEach((primitive, boxed) -> {
      Conversion conversion = all.get(boxed);
      if (conversion != null) {
        all.put(primitive, conversion);
      }
    });
    return Map.copyOf(all);
  }

  private static Conversion only(Class<?> type, String wanted) {
    return (value, path) -> {
      if (!type.isInstance(value)) {
        throw Misfit.of(path, value, wanted);
      }
      return value;
    };
  }

  private static Conversion whole(String wanted, Function<BigInteger, Object> narrow) {
    return (value, path) -> {
      try {
        return narrow.apply(exact(value, path, wanted).toBigIntegerExact());
      } catch (ArithmeticException e) {
        throw new Misfit(path, "is a number that is not " + wanted);
      }
    };
  }

  private static Conversion number(String wanted, Function<Number, Object> widen) {
    return (value, path) -> {
      if (!(value instanceof Number number)) {
        throw Misfit.of(path, value, wanted);
      }
      return widen.apply(number);
    };
  }

  private static Object decimal(Object value, String path) {
    return value instanceof String text
        ? text("a number", BigDecimal::new).convert(text, path)
        : exact(value, path, "a number");
  }

  private static BigDecimal exact(Object value, String path, String wanted) {
    if (!(value instanceof Number number)) {
      throw Misfit.of(path, value, wanted);
    }
    return new BigDecimal(number.toString());
  }

  private static Conversion text(String wanted, Function<String, Object> parse) {
    return (value, path) -> {
      if (!(value instanceof String text)) {
        throw Misfit.of(path, value, wanted);
      }
      try {
        return parse.apply(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new Misfit(path, "is text that is not " + wanted);
      }
    };
  }

  private static Conversion constant(Class<?> type) {
    return (value, path) -> {
      if (value instanceof String text) {
        for (Object constant : type.getEnumConstants()) {
          if (((Enum<?>) constant).name().equalsIgnoreCase(text.replace('-', '_'))) {
            return constant;
          }
        }
        throw new Misfit(path, "is text that is no constant of " + type.getSimpleName());
      }
      throw Misfit.of(path, value, "a constant of " + type.getSimpleName());
    };
  }

  /// A time without an offset is one of UTC.
  private static OffsetDateTime time(String text) {
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            iso(text), OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof LocalDateTime local
        ? local.atOffset(ZoneOffset.UTC)
        : OffsetDateTime.from(parsed);
  }

  private static String iso(String text) {
    return text.replace(' ', 'T');
  }
}
