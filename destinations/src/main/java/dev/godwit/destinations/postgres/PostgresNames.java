package dev.godwit.destinations.postgres;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Names that Postgres takes as they are. It cuts those of more than 63 bytes, without a word.
final class PostgresNames {
  static final int MOST_BYTES = 63;

  private static final int SUFFIX_BYTES = 9;

  private PostgresNames() {}

  /// `name`, or where it is too long its beginning and a suffix that depends on all of it.
  static String fitted(String name) {
    String whole = name.replace("\0", "");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    String readable = new String(bytes, StandardCharsets.UTF_8);
    if (bytes.length <= MOST_BYTES && readable.equals(whole)) {
      return whole;
    }
    CRC32 crc = new CRC32();
    for (int i = 0; i < name.length(); i++) {
      crc.update(name.charAt(i) >> 8);
      crc.update(name.charAt(i));
    }
    int end = Math.min(bytes.length, MOST_BYTES - SUFFIX_BYTES);
    while (end > 0 && end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return "%s_%08x".formatted(new String(bytes, 0, end, StandardCharsets.UTF_8), crc.getValue());
  }
}
