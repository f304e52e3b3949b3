package dev.godwit.protocol.wire;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonNulls;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.RecordChange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints messages, one a line. Rows go out as the bytes they came in, without their top-level
/// nulls, as the reference prints them. Thread-safe; a message is never torn.
public final class MessageWriter implements AutoCloseable {
  /// Rows are written out in pieces of this size, other messages at once.
  private static final int FLUSH_BYTES = 1 << 16;

  private final OutputStream out;
  private final JsonBuffer buffer = new JsonBuffer(FLUSH_BYTES + (1 << 12));
  private final JsonNulls nulls = new JsonNulls();
  private final Map<StreamName, byte[]> prefixes = new HashMap<>();
  private @Nullable IOException broken;

  public MessageWriter(OutputStream out) {
    this.out = out;
  }

  /// Prints a message. Rows may wait for more of them; all else is flushed at once.
  ///
  /// @throws GodwitException as {@link #flush()}
  public synchronized void write(Message message) {
    if (message instanceof Message.Rows rows) {
      rows(rows.stream(), rows.rows(), rows.changes());
    } else {
      line(MessageWire.fields(message));
    }
  }

  /// Prints a line for developers, which is no message of the protocol.
  ///
  /// @throws GodwitException as {@link #flush()}
  public void debug(String text) {
    Fields fields = new Fields().put("type", "DEBUG").put("message", text).put("data", Map.of());
    line(fields.map());
  }

  private synchronized void line(Map<String, @Nullable Object> fields) {
    JsonWriter.write(fields, buffer);
    buffer.add((byte) '\n');
    flush();
  }

  /// Prints rows as those of a stream, whatever their own one is called. They may wait for more.
  ///
  /// @throws GodwitException as {@link #flush()}, or SYSTEM `json.syntax` when a row is no JSON
  public void rows(StreamName stream, JsonRows rows) {
    rows(stream, rows, Map.of());
  }

  private synchronized void rows(
      StreamName stream, JsonRows rows, Map<Integer, List<RecordChange>> changes) {
    byte[] prefix = prefixes.computeIfAbsent(stream, RecordWire::prefix);
    String end = ",\"emitted_at\":" + rows.emittedAt() + "}}\n";
    byte[] suffix = end.getBytes(StandardCharsets.US_ASCII);
    for (int row = 0; row < rows.rows(); row++) {
      add(prefix, rows, row, changes.getOrDefault(row, List.of()), suffix);
      if (buffer.length() >= FLUSH_BYTES) {
        flush();
      }
    }
  }

  /// Adds a whole message, or nothing of it when the row turns out to be no JSON.
  private void add(
      byte[] prefix, JsonRows rows, int row, List<RecordChange> changes, byte[] suffix) {
    int mark = buffer.length();
    boolean whole = false;
    try {
      buffer.add(prefix, 0, prefix.length);
      nulls.copyWithout(rows, row, buffer);
      RowFile file = rows.file(row);
      if (file != null) {
        buffer.addAscii(",\"file_reference\":");
        JsonWriter.write(RecordWire.file(file), buffer);
      }
      if (!changes.isEmpty()) {
        buffer.addAscii(",\"meta\":");
        JsonWriter.write(RecordWire.meta(changes), buffer);
      }
      buffer.add(suffix, 0, suffix.length);
      whole = true;
    } finally {
      if (!whole) {
        buffer.truncate(mark);
      }
    }
  }

  /// Hands on what has waited.
  ///
  /// @throws GodwitException SYSTEM `protocol.output` when the output cannot be written, now or
  ///   once before
  public synchronized void flush() {
    try {
      if (broken == null) {
        buffer.writeTo(out);
        out.flush();
      }
    } catch (IOException e) {
      broken = e;
    } finally {
      buffer.clear();
    }
    if (broken != null) {
      throw GodwitException.system(
              "protocol.output", "The output cannot be written: " + broken.getMessage())
          .hint("The reader of the messages has gone away.")
          .causedBy(broken);
    }
  }

  /// Flushes; the output stays open.
  @Override
  public void close() {
    flush();
  }
}
