package dev.godwit.manifest.internal.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes without those that are zero.
final class WithoutNulls extends FilterInputStream {
  WithoutNulls(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read() throws IOException {
    int next;
    do {
      next = in.read();
    } while (next == 0);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int kept = 0;
    while (kept == 0) {
      int read = in.read(target, offset, length);
      if (read < 0) {
        return -1;
      }
      for (int i = offset; i < offset + read; i++) {
        if (target[i] != 0) {
          target[offset + kept] = target[i];
          kept++;
        }
      }
    }
    return kept;
  }
}
