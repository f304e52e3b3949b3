package dev.godwit.destinations.internal.pgcopy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.fit.FieldLookup;
import dev.godwit.core.fit.RowFields;
import dev.godwit.core.fit.ValueSize;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ParsedRow;
import dev.godwit.destinations.internal.table.ReadableValue;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns rows into tuples: out of their bytes where every field surely fits its column, which is
/// nearly always, and value by value where one may not. A tuple has the columns that every table
/// has, in the order of {@link TableShape#OWN_COLUMNS}, and then the shape's. For one thread.
public final class TupleEncoder implements RowEncoder {
  private static final int FIRST_CAPACITY = 256 << 10;

  /// Microseconds from 1970 to 2000.
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private static final byte[] NO_CHANGES = "{\"changes\":[]}".getBytes(StandardCharsets.US_ASCII);

  private final TableShape shape;
  private final FieldType[] types;
  private final long generation;
  private final FieldLookup<Integer> places;
  private final RowFields fields = new RowFields();
  private final int[] starts;
  private final int[] ends;
  private final RowFitter fitter;
  private final SplittableRandom random =
      new SplittableRandom(UUID.randomUUID().getMostSignificantBits());
  private final JsonBuffer bytes = new JsonBuffer(FIRST_CAPACITY);
  private final TupleBuffer target = new TupleBuffer(bytes);
  private final FieldWriter writer = new FieldWriter(target);
  private boolean changes;
  private int longestRow;

  /// @param generation number of the refresh that the rows belong to
  public TupleEncoder(TableShape shape, long generation) {
    this.shape = shape;
    this.generation = generation;
    List<Column> columns = shape.columns();
    this.types = columns.stream().map(Column::type).toArray(FieldType[]::new);
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      numbers.put(columns.get(i).key(), i);
    }
    this.places = new FieldLookup<>(numbers);
    this.starts = new int[types.length];
    this.ends = new int[types.length];
    ReadableValue readable = new ReadableValue(JsonField.DEEPEST, true);
    this.fitter = new RowFitter(shape, FitForPostgres::fit, readable::of);
  }

  @Override
  public boolean hasChanges() {
    return changes;
  }

  @Override
  public int longestRow() {
    return longestRow;
  }

  @Override
  public JsonBuffer encode(JsonRows rows) {
    bytes.clear();
    byte[] page = rows.page();
    long extractedAt = rows.emittedAt() * 1000 - EPOCH_MICROS;
    for (int row = 0; row < rows.rows(); row++) {
      int before = bytes.length();
      int start = rows.start(row);
      int end = rows.end(row);
      boolean plain = end - start <= ValueSize.MOST && page[start] == '{';
      if (!plain || !copy(page, start, end, extractedAt)) {
        bytes.truncate(before);
        fit(page, start, end, extractedAt);
      }
      longestRow = Math.max(longestRow, bytes.length() - before);
    }
    return bytes;
  }

  private void begin(long extractedAt) {
    target.int16(TableShape.OWN_COLUMNS.size() + types.length);
    target.int32(2 * Long.BYTES);
    target.int64((random.nextLong() & ~0xF000L) | 0x4000L);
    target.int64((random.nextLong() >>> 2) | Long.MIN_VALUE);
    target.field64(extractedAt);
  }

  /// Writes a tuple out of the row's bytes.
  ///
  /// @return false where a field may not fit; the tuple is unfinished then
  private boolean copy(byte[] page, int start, int end, long extractedAt) {
    begin(extractedAt);
    writer.writeJson(NO_CHANGES, 0, NO_CHANGES.length);
    target.field64(generation);
    if (shape.wholeRow()) {
      return writer.writeJson(page, start, end);
    }
    find(page, start);
    for (int i = 0; i < types.length; i++) {
      if (ends[i] == 0) {
        target.nothing();
      } else if (!writer.write(types[i], page, starts[i], ends[i])) {
        return false;
      }
    }
    return true;
  }

  /// Notes where the columns' fields lie; of fields with the same key the last one counts.
  private void find(byte[] page, int start) {
    Arrays.fill(ends, 0);
    fields.open(page, start);
    places.restart();
    while (fields.next()) {
      Integer place = places.of(page, fields.keyStart(), fields.keyEnd());
      if (place != null) {
        starts[place] = fields.start();
        ends[place] = fields.end();
      }
    }
  }

  private void fit(byte[] page, int start, int end, long extractedAt) {
    Map<?, ?> row = ParsedRow.of(page, start, end);
    RowFitter.Fitted fitted = fitter.fit(shape.wholeRow() ? Map.of(TableShape.DATA, row) : row);
    changes |= !fitted.changes().isEmpty();
    begin(extractedAt);
    writer.write(FieldType.JSON, Map.of("changes", fitted.changes()));
    target.field64(generation);
    Map<String, @Nullable Object> values = fitted.fields();
    for (Column column : shape.columns()) {
      writer.write(column.type(), values.get(column.name()));
    }
  }
}
