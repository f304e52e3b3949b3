package dev.godwit.manifest.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Bodies as servers encode them.
final class Encoded {
  private Encoded() {}

  /// @param encoding as `Content-Encoding` names it; `raw` is deflate without its two leading bytes
  static byte[] by(String encoding, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing(encoding, bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static OutputStream packing(String encoding, OutputStream out) throws IOException {
    return switch (encoding) {
      case "gzip" -> new GZIPOutputStream(out);
      case "deflate" -> new DeflaterOutputStream(out);
      case "raw" -> new DeflaterOutputStream(out, new Deflater(9, true));
      default -> throw new IllegalArgumentException(encoding);
    };
  }
}
