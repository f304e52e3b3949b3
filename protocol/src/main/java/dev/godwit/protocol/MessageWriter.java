package dev.godwit.protocol;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonNulls;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints messages, one a line. Rows go out as the bytes they came in, without their top-level
/// nulls, as the reference prints them. Thread-safe; a message is never torn.
final class MessageWriter implements AutoCloseable {
  /// Rows are written out in pieces of this size, other messages at once.
  private static final int FLUSH_BYTES = 1 << 16;

  private final OutputStream out;
  private final JsonBuffer buffer = new JsonBuffer(FLUSH_BYTES + (1 << 12));
  private final JsonNulls nulls = new JsonNulls();
  private @Nullable IOException broken;

  MessageWriter(OutputStream out) {
    this.out = out;
  }

  synchronized void write(Map<String, @Nullable Object> message) {
    JsonWriter.write(message, buffer);
    buffer.add((byte) '\n');
    flush();
  }

  /// @param prefix everything before the row, up to and including `"data":`
  synchronized void rows(byte[] prefix, JsonRows rows) {
    String end = ",\"emitted_at\":" + rows.emittedAt() + "}}\n";
    byte[] suffix = end.getBytes(StandardCharsets.US_ASCII);
    for (int row = 0; row < rows.rows(); row++) {
      add(prefix, rows, row, suffix);
      if (buffer.length() >= FLUSH_BYTES) {
        flush();
      }
    }
  }

  /// Adds a whole message, or nothing of it when the row turns out to be no JSON.
  private void add(byte[] prefix, JsonRows rows, int row, byte[] suffix) {
    int mark = buffer.length();
    boolean whole = false;
    try {
      buffer.add(prefix, 0, prefix.length);
      nulls.copyWithout(rows, row, buffer);
      RowFile file = rows.file(row);
      if (file != null) {
        buffer.addAscii(",\"file_reference\":");
        JsonWriter.write(Messages.fileReference(file), buffer);
      }
      buffer.add(suffix, 0, suffix.length);
      whole = true;
    } finally {
      if (!whole) {
        buffer.truncate(mark);
      }
    }
  }

  /// @throws GodwitException SYSTEM `protocol.output` when the output cannot be written, now or
  ///   once before
  synchronized void flush() {
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

  @Override
  public void close() {
    flush();
  }
}
