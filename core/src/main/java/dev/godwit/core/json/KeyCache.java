package dev.godwit.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Keys seen before, shared by all parsers of the process. Bounded: a new key takes the place of
/// the one in its slot. Threads may race for a slot; entries are immutable, so the loser only makes
/// a `String` again.
final class KeyCache {
  private static final int SLOTS = 2048;
  private static final int LONGEST = 64;
  private static final @Nullable Entry[] ENTRIES = new @Nullable Entry[SLOTS];

  private KeyCache() {}

  @SuppressWarnings("ArrayRecordComponent") // the record is never compared
  private record Entry(byte[] bytes, String text) {}

  /// The text of an ASCII key without escapes.
  static String text(byte[] page, int start, int length) {
    if (length > LONGEST) {
      return new String(page, start, length, StandardCharsets.ISO_8859_1);
    }
    int slot = slot(page, start, length);
    Entry entry = ENTRIES[slot];
    if (entry != null
        && entry.bytes.length == length
        && Arrays.equals(entry.bytes, 0, length, page, start, start + length)) {
      return entry.text;
    }
    String text = new String(page, start, length, StandardCharsets.ISO_8859_1);
    ENTRIES[slot] = new Entry(Arrays.copyOfRange(page, start, start + length), text);
    return text;
  }

  private static int slot(byte[] page, int start, int length) {
    long hash = length;
    if (length >= 8) {
      hash = (Swar.load(page, start) * 0x9E3779B97F4A7C15L) ^ Swar.load(page, start + length - 8);
    } else {
      for (int i = start; i < start + length; i++) {
        hash = (hash << 8) | page[i];
      }
    }
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 53);
  }
}
