package dev.godwit.manifest.internal.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.InflaterInputStream;

/// A downloaded report: comma-separated values that may be compressed with gzip or zlib. Its rows
/// are read by the rules of the pandas library, which are not those of {@link Csv}.
///
/// @param keepsMissing whether texts such as `NA` stay texts; empty ones are null all the same
record Download(boolean keepsMissing) implements Content {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Override
  public Bodies open(InputStream bytes) throws IOException {
    return new Gzip(this::rows).open(bytes);
  }

  private Bodies rows(InputStream bytes) throws IOException {
    PushbackInputStream ahead = new PushbackInputStream(bytes, 2);
    byte[] first = ahead.readNBytes(2);
    ahead.unread(first);
    InputStream plain = isZlib(first) ? new InflaterInputStream(ahead) : new WithoutNulls(ahead);
    BufferedReader reader = new BufferedReader(Encodings.strict(plain, "utf-8"));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return new Pieces(new DownloadRows(new CsvReader(reader, ','), keepsMissing));
  }

  private static boolean isZlib(byte[] first) {
    return first.length == 2
        && (first[0] & 0xF) == 8
        && (((first[0] & 0xFF) << 8) | (first[1] & 0xFF)) % 31 == 0;
  }
}
