package dev.godwit.destinations.internal.rowfile;

import dev.godwit.core.json.JsonBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes values as Avro has them. For one thread.
record AvroBuffer(JsonBuffer bytes) {
  /// A number of any size: small ones take few bytes, whatever their sign.
  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes.add((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.add((byte) rest);
  }

  void real(double value) {
    byte[] eight =
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    bytes.add(eight, 0, eight.length);
  }

  /// Bytes after their number.
  void sized(byte[] source, int start, int end) {
    number(end - start);
    bytes.add(source, start, end);
  }

  void sized(byte[] source) {
    sized(source, 0, source.length);
  }
}
