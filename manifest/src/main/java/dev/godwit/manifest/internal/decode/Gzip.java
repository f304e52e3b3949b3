package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// Bytes that may be compressed with gzip, which their first two tell.
record Gzip(Content inner) implements Content {
  private static final int BUFFER = 64 * 1024;

  @Override
  public Bodies open(InputStream bytes) throws IOException {
    Ahead ahead = new Ahead(bytes);
    try {
      return inner.open(ahead.isGzip() ? new GZIPInputStream(ahead, BUFFER) : ahead);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /// Can look two bytes ahead. It never says that nothing is available before the end, or the
  /// decompressor would stop between two members of a file.
  private static final class Ahead extends PushbackInputStream {
    Ahead(InputStream bytes) {
      super(bytes, 2);
    }

    boolean isGzip() throws IOException {
      byte[] first = readNBytes(2);
      unread(first);
      return first.length == 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
    }

    @Override
    public int available() throws IOException {
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return Math.max(1, super.available());
    }
  }
}
