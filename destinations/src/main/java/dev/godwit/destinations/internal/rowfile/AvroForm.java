package dev.godwit.destinations.internal.rowfile;

import dev.godwit.core.fit.RowCheck;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.encode.BinaryFit;
import dev.godwit.destinations.internal.encode.FieldwiseEncoder;
import dev.godwit.destinations.internal.encode.JsonField;
import dev.godwit.destinations.internal.encode.NumberField;
import dev.godwit.destinations.internal.encode.RawIds;
import dev.godwit.destinations.internal.encode.RowForm;
import dev.godwit.destinations.internal.encode.TextField;
import dev.godwit.destinations.internal.encode.TimeField;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Rows as blocks of an Avro file, a block a batch. For one thread.
public final class AvroForm implements RowForm {
  private static final ReadableValue READABLE = new ReadableValue(JsonField.DEEPEST, true, false);
  private static final byte[] NO_CHANGES = utf8("{\"changes\":[]}");

  /// Which branch of a union holds a value; the other one is null.
  private static final int PRESENT = 1;

  private final FieldType[] types;
  private final long generation;
  private final AvroContainer container;
  private final RawIds ids = new RawIds();
  private final JsonBuffer rows = new JsonBuffer();
  private final AvroBuffer target = new AvroBuffer(rows);
  private final JsonBuffer text = new JsonBuffer();
  private final JsonBuffer block = new JsonBuffer();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private long readAt;

  private AvroForm(TableShape shape, long generation, AvroContainer container) {
    this.types = shape.columns().stream().map(Column::type).toArray(FieldType[]::new);
    this.generation = generation;
    this.container = container;
  }

  /// Makes blocks of rows.
  ///
  /// @param generation number of the refresh that the rows belong to
  /// @param container of the files that the blocks go to
  public static RowEncoder encoder(TableShape shape, long generation, AvroContainer container) {
    return new FieldwiseEncoder(
        shape,
        new AvroForm(shape, generation, container),
        new RowFitter(shape, BinaryFit::fit, READABLE::of));
  }

  /// A name that Avro allows: letters, digits and underscores, no digit first.
  public static String fitted(String name) {
    return AvroSchema.fitted(name);
  }

  @Override
  public JsonBuffer begin(long emittedAt) {
    readAt = emittedAt * 1000;
    rows.clear();
    return rows;
  }

  @Override
  public void beginRow(List<?> changes) {
    text.clear();
    ids.add(text);
    target.sized(text.bytes(), 0, text.length());
    target.number(readAt);
    target.sized(changes.isEmpty() ? NO_CHANGES : JsonWriter.bytes(Map.of("changes", changes)));
    target.number(generation);
  }

  @Override
  public boolean copy(int column, byte[] page, int start, int end) {
    target.number(PRESENT);
    byte first = page[start];
    return switch (types[column]) {
      case VARCHAR -> first == '"' && copyText(page, start + 1, end - 1);
      case JSON -> copyJson(page, start, end);
      case BOOLEAN -> copyTruth(first);
      case BIGINT, HUGEINT, DECIMAL, DOUBLE ->
          first <= '9' && first >= '-' && copyNumber(types[column], page, start, end);
      case DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
          first == '"' && copyTime(types[column], page, start + 1, end - 1);
    };
  }

  private boolean copyText(byte[] page, int start, int end) {
    text.clear();
    if (!TextField.add(page, start, end, text)) {
      return false;
    }
    target.sized(text.bytes(), 0, text.length());
    return true;
  }

  private boolean copyJson(byte[] page, int start, int end) {
    if (!JsonField.isPlain(page, start, end)) {
      return false;
    }
    target.sized(page, start, end);
    return true;
  }

  private boolean copyTruth(byte first) {
    rows.add((byte) (first == 't' ? 1 : 0));
    return first == 't' || first == 'f';
  }

  private boolean copyNumber(FieldType type, byte[] page, int start, int end) {
    if (type == FieldType.DOUBLE) {
      target.real(NumberField.toDouble(page, start, end));
      return true;
    }
    if (!NumberField.isLong(page, start, end)) {
      return false;
    }
    if (type == FieldType.BIGINT) {
      target.number(NumberField.toLong(page, start, end));
    } else if (type == FieldType.DECIMAL) {
      decimal(BigDecimal.valueOf(NumberField.toLong(page, start, end)));
    } else {
      target.sized(page, start, end);
    }
    return true;
  }

  private boolean copyTime(FieldType type, byte[] page, int start, int end) {
    if (!RowCheck.fits(type, page, start - 1, end + 1)) {
      return false;
    }
    if (type == FieldType.DATE) {
      target.number(TimeField.days(page, start));
    } else if (type == FieldType.TIME) {
      target.number(TimeField.microsOfDay(page, start, end));
    } else if (type == FieldType.TIMETZ) {
      target.sized(page, start, end);
    } else {
      target.number(TimeField.micros(page, start, end));
    }
    return true;
  }

  @Override
  public void write(int column, @Nullable Object value) {
    target.number(value == null ? 0 : PRESENT);
    switch (value) {
      case null -> {}
      case LocalDate date -> target.number(TimeField.days(date));
      case LocalDateTime utc -> target.number(TimeField.micros(utc));
      case LocalTime time -> target.number(TimeField.micros(time));
      default -> writePlain(types[column], value);
    }
  }

  private void writePlain(FieldType type, Object value) {
    switch (type) {
      case BOOLEAN -> rows.add((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
      case BIGINT -> target.number(((Number) value).longValue());
      case DOUBLE ->
          target.real(
              value instanceof Number number
                  ? number.doubleValue()
                  : Double.parseDouble(value.toString()));
      case DECIMAL -> decimal(new BigDecimal(value.toString()));
      case JSON -> target.sized(JsonWriter.bytes(value));
      case HUGEINT, TIMETZ -> target.sized(utf8(value.toString()));
      case VARCHAR, DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
          target.sized(value instanceof String plain ? utf8(plain) : JsonWriter.bytes(value));
    }
  }

  private void decimal(BigDecimal value) {
    BigInteger units =
        value.setScale(FieldType.DECIMAL_SCALE, RoundingMode.UNNECESSARY).unscaledValue();
    target.sized(units.toByteArray());
  }

  @Override
  public void endRow() {}

  @Override
  public JsonBuffer end(int count) {
    block.clear();
    container.addBlock(count, rows, deflater, block);
    return block;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
