package dev.godwit.destinations.internal.pgcopy;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.encode.BinaryFit;
import dev.godwit.destinations.internal.encode.FieldwiseEncoder;
import dev.godwit.destinations.internal.encode.JsonField;
import dev.godwit.destinations.internal.encode.RawIds;
import dev.godwit.destinations.internal.encode.RowForm;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows as tuples. For one thread.
public final class TupleForm implements RowForm {
  private static final int FIRST_CAPACITY = 256 << 10;

  private static final byte[] NO_CHANGES = "{\"changes\":[]}".getBytes(StandardCharsets.US_ASCII);

  private final FieldType[] types;
  private final long generation;
  private final RawIds ids = new RawIds();
  private final JsonBuffer bytes = new JsonBuffer(FIRST_CAPACITY);
  private final TupleBuffer target = new TupleBuffer(bytes);
  private final FieldWriter writer = new FieldWriter(target);
  private long extractedAt;

  private TupleForm(TableShape shape, long generation) {
    this.types = shape.columns().stream().map(Column::type).toArray(FieldType[]::new);
    this.generation = generation;
  }

  /// Makes tuples of rows.
  ///
  /// @param generation number of the refresh that the rows belong to
  public static RowEncoder encoder(TableShape shape, long generation) {
    ReadableValue readable = new ReadableValue(JsonField.DEEPEST, false, false);
    return new FieldwiseEncoder(
        shape,
        new TupleForm(shape, generation),
        new RowFitter(shape, BinaryFit::fit, readable::of));
  }

  @Override
  public JsonBuffer begin(long emittedAt) {
    extractedAt = emittedAt * 1000 - FieldWriter.EPOCH_MICROS;
    bytes.clear();
    return bytes;
  }

  @Override
  public void beginRow(List<?> changes) {
    target.int16(TableShape.OWN_COLUMNS.size() + types.length);
    target.int32(2 * Long.BYTES);
    target.int64(ids.upper());
    target.int64(ids.lower());
    target.field64(extractedAt);
    if (changes.isEmpty()) {
      writer.writeJson(NO_CHANGES, 0, NO_CHANGES.length);
    } else {
      writer.write(FieldType.JSON, Map.of("changes", changes));
    }
    target.field64(generation);
  }

  @Override
  public boolean copy(int column, byte[] page, int start, int end) {
    return writer.write(types[column], page, start, end);
  }

  @Override
  public void write(int column, @Nullable Object value) {
    writer.write(types[column], value);
  }

  @Override
  public void endRow() {}

  @Override
  public JsonBuffer end(int rows) {
    return bytes;
  }
}
