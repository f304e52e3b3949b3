package dev.godwit.protocol.reading;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.RecordChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of one stream that are gathered in a page. For one thread.
final class StreamRows {
  private final Slice slice;
  private JsonRows.Builder rows = new JsonRows.Builder();
  private Map<Integer, List<RecordChange>> changes = Map.of();
  private long emittedAt;

  StreamRows(StreamName stream) {
    slice = new Slice(stream, 0, Map.of(), Map.of(), Map.of());
  }

  boolean isEmpty() {
    return rows.rows() == 0;
  }

  /// Sets the time of the first row.
  void begin(long time) {
    emittedAt = time;
  }

  void add(int start, int end, int firstNull, int nullEnd) {
    rows.add(start, end, firstNull, nullEnd);
  }

  /// Says which file belongs to the row that was added last.
  void file(@Nullable RowFile file) {
    if (file != null) {
      rows.file(file);
    }
  }

  /// Says what became of fields of the row that was added last.
  void changes(List<RecordChange> ofRow) {
    if (!ofRow.isEmpty()) {
      changes = changes.isEmpty() ? new HashMap<>() : changes;
      changes.put(rows.rows() - 1, ofRow);
    }
  }

  /// All rows, which are no longer here then; null when there are none.
  Message.@Nullable Rows take(byte[] page, int[] nulls) {
    rows.nulls(nulls);
    JsonRows taken = rows.build(slice, page, emittedAt);
    Message.Rows message = taken == null ? null : new Message.Rows(taken, changes);
    rows = new JsonRows.Builder();
    changes = Map.of();
    return message;
  }
}
