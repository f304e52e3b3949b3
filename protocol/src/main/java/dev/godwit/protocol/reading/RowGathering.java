package dev.godwit.protocol.reading;

import dev.godwit.core.RowFile;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonCompactor;
import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.RecordChange;
import dev.godwit.protocol.wire.Fields;
import dev.godwit.protocol.wire.RecordWire;
import dev.godwit.protocol.wire.TraceWire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Gathers records that follow each other in a page, apart by stream. For one thread.
final class RowGathering {
  private final StreamNames names = new StreamNames();
  private final List<StreamRows> open = new ArrayList<>();
  private final Clock clock;

  RowGathering(Clock clock) {
    this.clock = clock;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /// Adds the row of a record. White space between its tokens is taken out of the page.
  ///
  /// @return whether there is a row with the name of a stream
  boolean add(byte[] page, RecordLine line) {
    StreamRows rows = line.data().is(JsonKind.OBJECT, page) ? names.find(page, line) : null;
    if (rows == null) {
      return false;
    }
    RowFile file = RecordWire.file(fields(page, line.file()));
    List<RecordChange> changes = RecordWire.changes(fields(page, line.meta()));
    if (rows.isEmpty()) {
      rows.begin(emittedAt(page, line.emittedAt()));
      open.add(rows);
    }
    int start = line.data().start();
    int end = line.data().end();
    if (line.isCompact()) {
      rows.add(start, end, line.firstNull(), line.nullEnd());
    } else {
      rows.add(start, JsonCompactor.copy(page, start, end, page, start), -1, -1);
    }
    rows.file(file);
    rows.changes(changes);
    return true;
  }

  private static Fields fields(byte[] page, RecordPart part) {
    return part.is(JsonKind.OBJECT, page)
        ? Fields.of(JsonPiece.read(page, part.start(), part.end()))
        : Fields.NONE;
  }

  /// The time of a record; now where it does not say.
  private long emittedAt(byte[] page, RecordPart part) {
    return part.isPresent() && JsonPiece.read(page, part.start(), part.end()) instanceof Number time
        ? time.longValue()
        : clock.millis();
  }

  /// A record that was read as plain values, since its row has values that JSON does not have.
  ///
  /// @return null when it is no record with a row and the name of a stream
  Message.@Nullable Rows alone(Fields record) {
    StreamName stream = TraceWire.stream(record.text("namespace"), record.text("stream"));
    Map<String, @Nullable Object> data = record.object("data");
    if (stream == null || data == null) {
      return null;
    }
    StreamRows rows = names.rows(stream);
    byte[] page = JsonWriter.bytes(data);
    rows.begin(record.integer("emitted_at", clock.millis()));
    rows.add(0, page.length, -1, -1);
    rows.file(RecordWire.file(record.fields("file_reference")));
    rows.changes(RecordWire.changes(record.fields("meta")));
    return rows.take(page, new int[0]);
  }

  /// Hands out all rows, those of the stream first that came first.
  void flush(byte[] page, int[] nulls, Queue<Message> target) {
    for (StreamRows rows : open) {
      Message.Rows message = rows.take(page, nulls);
      if (message != null) {
        target.add(message);
      }
    }
    open.clear();
    names.trim();
  }
}
