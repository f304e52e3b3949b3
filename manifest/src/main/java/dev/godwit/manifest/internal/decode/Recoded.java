package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Text as bytes in UTF-8. For one thread.
final class Recoded extends InputStream {
  private static final int CHARS = 8192;

  private final Reader reader;
  private final CharBuffer chars = CharBuffer.allocate(CHARS);
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  Recoded(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  /// A pair of surrogates is never cut: its first half waits for the next turn.
  private boolean fill() throws IOException {
    while (!bytes.hasRemaining()) {
      int read = reader.read(chars);
      if (read < 0 && chars.position() == 0) {
        return false;
      }
      chars.flip();
      int end = chars.limit();
      boolean cut = read >= 0 && end > 1 && Character.isHighSurrogate(chars.get(end - 1));
      chars.limit(cut ? end - 1 : end);
      bytes = StandardCharsets.UTF_8.encode(chars);
      chars.limit(end);
      chars.compact();
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
