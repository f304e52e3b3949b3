package dev.godwit.destinations.internal.pgcopy;

/// Tells whether bytes are UTF-8 as the standard has it: no overlong forms, no halves of surrogate
/// pairs, nothing beyond U+10FFFF.
final class Utf8 {
  private Utf8() {}

  static boolean isValid(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      int next = afterCharacter(bytes, i, end);
      if (next < 0) {
        return false;
      }
      i = next;
    }
    return true;
  }

  /// Where the character ends that begins here; -1 where none does.
  private static int afterCharacter(byte[] bytes, int i, int end) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0x80) {
      return i + 1;
    }
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > end) {
      return -1;
    }
    int second = bytes[i + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return -1;
    }
    for (int j = i + 2; j < i + length; j++) {
      if ((bytes[j] & 0xC0) != 0x80) {
        return -1;
      }
    }
    return i + length;
  }
}
