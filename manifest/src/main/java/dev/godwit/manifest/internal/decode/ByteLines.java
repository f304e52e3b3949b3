package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts bytes at `\n`. For one thread.
final class ByteLines implements AutoCloseable {
  private final InputStream bytes;
  private byte[] page = new byte[64 * 1024];
  private int start;
  private int end;
  private int filled;

  ByteLines(InputStream bytes) {
    this.bytes = bytes;
  }

  /// Moves to the next line.
  ///
  /// @return whether there is one; {@link #page()}, {@link #start()} and {@link #end()} then tell
  ///   where, until the next call
  boolean next() throws IOException {
    start = end;
    if (start < filled && page[start] == '\n') {
      start++;
    }
    int i = start;
    while (true) {
      while (i < filled && page[i] != '\n') {
        i++;
      }
      if (i < filled) {
        end = i;
        return true;
      }
      int scanned = i - start;
      if (!more()) {
        end = filled;
        return scanned > 0;
      }
      i = start + scanned;
    }
  }

  private boolean more() throws IOException {
    if (start > 0) {
      System.arraycopy(page, start, page, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (filled == page.length) {
      if (filled > Undecodable.LONGEST) {
        throw Undecodable.tooLong();
      }
      page = Arrays.copyOf(page, Math.multiplyExact(page.length, 2));
    }
    int read = bytes.read(page, filled, page.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }

  byte[] page() {
    return page;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
