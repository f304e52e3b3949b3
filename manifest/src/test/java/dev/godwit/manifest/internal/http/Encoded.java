package dev.godwit.manifest.internal.http;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Bodies as servers encode them.
final class Encoded {
  /// A million digits.
  static final byte[] LONG = "0123456789".repeat(100_000).getBytes(StandardCharsets.UTF_8);

  private static final String LONG_IN_BROTLI = "Wz9Cj1/cYGxe0ogDQwHgcx5AOZ29Bw==";

  private Encoded() {}

  /// @param encoding as `Content-Encoding` names it; `raw` is deflate without its two leading bytes
  static byte[] by(String encoding, byte[] plain) throws IOException {
    if (encoding.equals("br")) {
      return brotli(plain);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing(encoding, bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /// There is no encoder here, only what one made of {@link #LONG}.
  private static byte[] brotli(byte[] plain) {
    if (!Arrays.equals(plain, LONG)) {
      throw new IllegalArgumentException("only LONG is on record");
    }
    return Base64.getDecoder().decode(LONG_IN_BROTLI);
  }

  private static OutputStream packing(String encoding, OutputStream out) throws IOException {
    return switch (encoding) {
      case "gzip" -> new GZIPOutputStream(out);
      case "zstd" -> new ZstdOutputStream(out);
      case "deflate" -> new DeflaterOutputStream(out);
      case "raw" -> new DeflaterOutputStream(out, new Deflater(9, true));
      default -> throw new IllegalArgumentException(encoding);
    };
  }
}
