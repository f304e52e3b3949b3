package dev.godwit.core.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow, to write JSON into. Meant to be reused: {@link #clear} keeps the memory. For
/// one thread.
public final class JsonBuffer {
  private byte[] bytes;
  private int length;

  public JsonBuffer() {
    this(1024);
  }

  /// @param capacity bytes that fit before it grows
  public JsonBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  public int length() {
    return length;
  }

  /// The array behind this buffer; only the first {@link #length()} bytes count, and only until the
  /// next change.
  public byte[] bytes() {
    return bytes;
  }

  public void clear() {
    length = 0;
  }

  /// Forgets all bytes after the first `newLength`.
  public void truncate(int newLength) {
    if (newLength < 0 || newLength > length) {
      throw new IllegalArgumentException("cannot truncate " + length + " bytes to " + newLength);
    }
    length = newLength;
  }

  public void add(byte b) {
    reserve(1);
    bytes[length++] = b;
  }

  public void add(byte[] source, int start, int end) {
    reserve(end - start);
    System.arraycopy(source, start, bytes, length, end - start);
    length += end - start;
  }

  /// Appends text as it stands. Every character must be ASCII.
  public void addAscii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  /// A copy of the bytes.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /// The bytes as UTF-8 text.
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /// Makes room for `more` bytes, which may then be put with {@link #put}.
  void reserve(int more) {
    if (bytes.length - length < more) {
      long wanted = Math.max((long) length + more, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(wanted, Integer.MAX_VALUE - 8)));
    }
  }

  /// Appends a byte into room that is reserved.
  void put(int b) {
    bytes[length++] = (byte) b;
  }
}
