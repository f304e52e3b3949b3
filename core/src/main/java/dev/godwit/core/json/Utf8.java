package dev.godwit.core.json;

/// Checks UTF-8 sequences as RFC 3629 defines them: no overlong forms, no surrogates, nothing
/// beyond U+10FFFF.
public final class Utf8 {
  private Utf8() {}

  /// Whether bytes are UTF-8 from one position to another.
  public static boolean isValid(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      int length = length(bytes, i, end);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /// How many bytes the character has that starts at a position, or 0 when there is none that is
  /// well formed.
  public static int length(byte[] bytes, int at, int end) {
    return bytes[at] >= 0 ? 1 : sequence(bytes, at, end);
  }

  /// The length of the sequence that starts with a byte beyond ASCII, or 0 when it is not well
  /// formed.
  static int sequence(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > end) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
