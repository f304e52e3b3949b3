package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Undoes the encodings of bodies. Thread-safe.
final class Encodings {
  private static final int BUFFER = 32 << 10;

  private Encodings() {}

  /// The body as it was before encodings were applied, the last one undone first. Encodings that
  /// nobody knows are left alone, as in the reference; an empty body is never encoded.
  ///
  /// @param header the value of `Content-Encoding`, empty for none
  static InputStream undo(InputStream body, String header) throws IOException {
    InputStream plain = body;
    List<String> encodings =
        Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
    for (String encoding : encodings.reversed()) {
      plain = undoOne(plain, encoding);
    }
    return plain;
  }

  private static InputStream undoOne(InputStream body, String encoding) throws IOException {
    return switch (encoding) {
      case "gzip", "x-gzip" -> unlessEmpty(body, Encodings::gunzip);
      case "deflate" -> unlessEmpty(body, Encodings::inflate);
      case "br" -> unlessEmpty(body, start -> new BrotliInputStream(start, BUFFER));
      case "zstd" -> unlessEmpty(body, ZstdBody::new);
      default -> body;
    };
  }

  /// How one encoding is undone.
  @FunctionalInterface
  private interface Decoder {
    InputStream decode(PushbackInputStream body) throws IOException;
  }

  private static InputStream unlessEmpty(InputStream body, Decoder decoder) throws IOException {
    PushbackInputStream start = new PushbackInputStream(body, 2);
    int first = start.read();
    if (first < 0) {
      return start;
    }
    start.unread(first);
    return decoder.decode(start);
  }

  /// All members of the body, however the network cuts it into pieces.
  private static InputStream gunzip(InputStream body) throws IOException {
    return new GZIPInputStream(new NeverIdle(body), BUFFER);
  }

  /// With zlib's two leading bytes, as it should be, or without them, as some servers send it.
  private static InputStream inflate(PushbackInputStream body) throws IOException {
    byte[] start = body.readNBytes(2);
    body.unread(start);
    boolean zlib =
        start.length == 2
            && (start[0] & 0x0f) == 8
            && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) % 31 == 0;
    return new Inflating(body, new Inflater(!zlib), BUFFER);
  }

  /// Frees the inflater's memory when it is closed.
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream in, Inflater inflater, int size) {
      super(in, inflater, size);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
