package dev.godwit.protocol.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/// An input that arrives in pieces of random sizes, as pipes give them, and may break at its end.
final class Pieces extends InputStream {
  private final byte[] bytes;
  private final Random random;
  private final int most;
  private final boolean breaks;
  private int at;

  /// @param most bytes of a piece
  Pieces(byte[] bytes, Random random, int most, boolean breaks) {
    this.bytes = bytes;
    this.random = random;
    this.most = most;
    this.breaks = breaks;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == bytes.length) {
      if (breaks) {
        throw new IOException("Stream closed");
      }
      return -1;
    }
    int count = Math.min(1 + random.nextInt(most), Math.min(length, bytes.length - at));
    System.arraycopy(bytes, at, target, offset, count);
    at += count;
    return count;
  }

  /// Sometimes there is more at once, and sometimes one has to wait.
  @Override
  public int available() {
    return random.nextBoolean() ? bytes.length - at : 0;
  }
}
