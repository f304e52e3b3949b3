package dev.godwit.destinations.internal.rowfile;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.Deflater;

/// What Avro files are made of: a header, then blocks of rows that a mark of the file ends. Files
/// that share a container differ in their blocks only. Immutable, for several threads.
@SuppressWarnings("ArrayRecordComponent") // containers are never compared
public record AvroContainer(String record, TableShape shape, boolean deflated, byte[] mark) {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int MARK = 16;
  private static final int STEP = 64 << 10;

  /// A container with a mark of its own.
  ///
  /// @param record what one row is called
  /// @param deflated whether blocks are compressed
  public static AvroContainer of(String record, TableShape shape, boolean deflated) {
    UUID random = UUID.randomUUID();
    JsonBuffer mark = new JsonBuffer(MARK);
    for (int shift = 56; shift >= 0; shift -= 8) {
      mark.add((byte) (random.getMostSignificantBits() >>> shift));
      mark.add((byte) (random.getLeastSignificantBits() >>> shift));
    }
    return new AvroContainer(record, shape, deflated, mark.toBytes());
  }

  /// What a file begins with.
  public byte[] header() {
    JsonBuffer header = new JsonBuffer();
    AvroBuffer target = new AvroBuffer(header);
    header.add(MAGIC, 0, MAGIC.length);
    target.number(2);
    target.sized(utf8("avro.codec"));
    target.sized(utf8(deflated ? "deflate" : "null"));
    target.sized(utf8("avro.schema"));
    target.sized(utf8(AvroSchema.text(record, shape)));
    target.number(0);
    header.add(mark, 0, MARK);
    return header.toBytes();
  }

  /// Appends a block.
  void addBlock(int count, JsonBuffer rows, Deflater deflater, JsonBuffer target) {
    AvroBuffer block = new AvroBuffer(target);
    block.number(count);
    if (deflated) {
      JsonBuffer packed = new JsonBuffer(rows.length() / 3 + STEP);
      byte[] step = new byte[STEP];
      deflater.reset();
      deflater.setInput(rows.bytes(), 0, rows.length());
      deflater.finish();
      while (!deflater.finished()) {
        packed.add(step, 0, deflater.deflate(step));
      }
      block.sized(packed.bytes(), 0, packed.length());
    } else {
      block.sized(rows.bytes(), 0, rows.length());
    }
    target.add(mark, 0, MARK);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
