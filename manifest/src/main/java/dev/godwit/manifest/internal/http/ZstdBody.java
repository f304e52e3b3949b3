package dev.godwit.manifest.internal.http;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Undoes zstd. What is spoilt is an error of input like any other.
final class ZstdBody extends RangeStream {
  private final InputStream in;

  ZstdBody(InputStream in) {
    this.in = new ZstdInputStream(in);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (MalformedInputException e) {
      throw new IOException("the body is no valid zstd: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
