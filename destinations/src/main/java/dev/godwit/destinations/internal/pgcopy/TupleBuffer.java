package dev.godwit.destinations.internal.pgcopy;

import dev.godwit.core.json.JsonBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Writes the fields of tuples: a length, then so many bytes. For one thread.
final class TupleBuffer {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private static final int NULL = -1;

  private final byte[] scratch = new byte[Long.BYTES];
  private final JsonBuffer bytes;

  TupleBuffer(JsonBuffer bytes) {
    this.bytes = bytes;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  JsonBuffer bytes() {
    return bytes;
  }

  void int16(int value) {
    SHORT.set(scratch, 0, (short) value);
    bytes.add(scratch, 0, Short.BYTES);
  }

  void int32(int value) {
    INT.set(scratch, 0, value);
    bytes.add(scratch, 0, Integer.BYTES);
  }

  void int64(long value) {
    LONG.set(scratch, 0, value);
    bytes.add(scratch, 0, Long.BYTES);
  }

  /// A field without a value.
  void nothing() {
    int32(NULL);
  }

  /// A field of one byte.
  void field8(int value) {
    int32(1);
    bytes.add((byte) value);
  }

  /// A field of four bytes.
  void field32(int value) {
    int32(Integer.BYTES);
    int32(value);
  }

  /// A field of eight bytes.
  void field64(long value) {
    int32(Long.BYTES);
    int64(value);
  }

  /// Begins a field whose length is not known yet.
  ///
  /// @return to be given to {@link #end}
  int begin() {
    int32(0);
    return bytes.length();
  }

  /// Ends the field that began there.
  void end(int begun) {
    INT.set(bytes.bytes(), begun - Integer.BYTES, bytes.length() - begun);
  }

  /// Takes back a field whose length is not known yet, and all that came after it.
  void takeBack(int begun) {
    bytes.truncate(begun - Integer.BYTES);
  }
}
