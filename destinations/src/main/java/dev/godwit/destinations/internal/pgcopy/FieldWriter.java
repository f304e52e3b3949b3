package dev.godwit.destinations.internal.pgcopy;

import dev.godwit.core.fit.RowCheck;
import dev.godwit.core.fit.TimeShape;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.encode.JsonField;
import dev.godwit.destinations.internal.encode.NumberField;
import dev.godwit.destinations.internal.encode.TextField;
import dev.godwit.destinations.internal.encode.TimeField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import org.jspecify.annotations.Nullable;

/// Writes the value of one field in the binary form of its column's type.
///
/// @param target where to
record FieldWriter(TupleBuffer target) {
  private static final byte JSONB_VERSION = 1;

  /// From 1970 to 2000, where Postgres begins to count.
  private static final int EPOCH_DAYS = 10_957;

  static final long EPOCH_MICROS = 946_684_800_000_000L;

  /// Writes a value that lies in a page as JSON, if it surely fits its column.
  ///
  /// @return whether it does; else nothing useful was written
  boolean write(FieldType type, byte[] page, int start, int end) {
    byte first = page[start];
    if (first == 'n') {
      target.nothing();
      return true;
    }
    return switch (type) {
      case VARCHAR -> writeText(page, start, end);
      case JSON -> writeJson(page, start, end);
      case BOOLEAN -> writeBoolean(first);
      case BIGINT, HUGEINT, DOUBLE ->
          first <= '9' && first >= '-' && writeNumber(type, page, start, end);
      case DECIMAL -> writeDecimal(page, start, end);
      case DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
          first == '"' && writeTime(type, page, start + 1, end - 1);
    };
  }

  private boolean writeText(byte[] page, int start, int end) {
    int begun = target.begin();
    if (page[start] == '"') {
      if (!TextField.add(page, start + 1, end - 1, target.bytes())) {
        return false;
      }
    } else if (JsonField.isPlain(page, start, end)) {
      target.bytes().add(page, start, end);
    } else {
      return false;
    }
    target.end(begun);
    return true;
  }

  boolean writeJson(byte[] page, int start, int end) {
    if (!JsonField.isPlain(page, start, end)) {
      return false;
    }
    int begun = target.begin();
    target.bytes().add(JSONB_VERSION);
    target.bytes().add(page, start, end);
    target.end(begun);
    return true;
  }

  private boolean writeBoolean(byte first) {
    if (first != 't' && first != 'f') {
      return false;
    }
    target.field8(first == 't' ? 1 : 0);
    return true;
  }

  private boolean writeNumber(FieldType type, byte[] page, int start, int end) {
    if (type == FieldType.DOUBLE) {
      target.field64(Double.doubleToLongBits(NumberField.toDouble(page, start, end)));
      return true;
    }
    if (!NumberField.isLong(page, start, end)) {
      return false;
    }
    long number = NumberField.toLong(page, start, end);
    if (type == FieldType.BIGINT) {
      target.field64(number);
    } else {
      Numeric.add(BigDecimal.valueOf(number), target);
    }
    return true;
  }

  private boolean writeDecimal(byte[] page, int start, int end) {
    if (!RowCheck.fits(FieldType.DECIMAL, page, start, end)) {
      return false;
    }
    int quotes = page[start] == '"' ? 1 : 0;
    Numeric.add(page, start + quotes, end - quotes, target);
    return true;
  }

  private boolean writeTime(FieldType type, byte[] page, int start, int end) {
    switch (type) {
      case DATE -> {
        if (!TimeShape.isDate(page, start, end)) {
          return false;
        }
        target.field32(TimeField.days(page, start) - EPOCH_DAYS);
      }
      case TIME -> {
        if (!TimeShape.isTime(page, start, end)) {
          return false;
        }
        target.field64(TimeField.microsOfDay(page, start, end));
      }
      case TIMESTAMP -> {
        if (!TimeShape.isUtcTimestamp(page, start, end)) {
          return false;
        }
        target.field64(TimeField.micros(page, start, end) - EPOCH_MICROS);
      }
      case TIMESTAMPTZ -> {
        if (!TimeShape.isTimestamp(page, start, end)) {
          return false;
        }
        target.field64(TimeField.micros(page, start, end) - EPOCH_MICROS);
      }
      case TIMETZ -> {
        if (!TimeShape.isTimeWithOffset(page, start, end)) {
          return false;
        }
        writeTimeWithZone(
            TimeField.microsOfDay(page, start, end), -TimeField.offsetSeconds(page, end));
      }
      case BOOLEAN, BIGINT, HUGEINT, DOUBLE, DECIMAL, VARCHAR, JSON -> {
        return false;
      }
    }
    return true;
  }

  private void writeTimeWithZone(long micros, int zone) {
    target.int32(Long.BYTES + Integer.BYTES);
    target.int64(micros);
    target.int32(zone);
  }

  /// Writes a value that fits its column.
  void write(FieldType type, @Nullable Object value) {
    switch (value) {
      case null -> target.nothing();
      case LocalDate date -> target.field32(TimeField.days(date) - EPOCH_DAYS);
      case LocalDateTime utc -> target.field64(TimeField.micros(utc) - EPOCH_MICROS);
      case LocalTime time -> target.field64(TimeField.micros(time));
      case OffsetTime time ->
          writeTimeWithZone(
              TimeField.micros(time.toLocalTime()), -time.getOffset().getTotalSeconds());
      default -> writePlain(type, value);
    }
  }

  private void writePlain(FieldType type, Object value) {
    switch (type) {
      case BOOLEAN -> target.field8(Boolean.TRUE.equals(value) ? 1 : 0);
      case BIGINT -> target.field64(((Number) value).longValue());
      case DOUBLE -> target.field64(Double.doubleToLongBits(real(value)));
      case HUGEINT, DECIMAL -> Numeric.add(new BigDecimal(value.toString()), target);
      case JSON -> {
        int begun = target.begin();
        target.bytes().add(JSONB_VERSION);
        JsonWriter.write(value, target.bytes());
        target.end(begun);
      }
      case VARCHAR, DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> {
        byte[] text =
            (value instanceof String plain ? plain : JsonWriter.text(value))
                .getBytes(StandardCharsets.UTF_8);
        target.int32(text.length);
        target.bytes().add(text, 0, text.length);
      }
    }
  }

  private static double real(Object value) {
    return switch (value) {
      case BigInteger number -> number.doubleValue();
      case Number number -> number.doubleValue();
      default -> Double.parseDouble(value.toString());
    };
  }
}
