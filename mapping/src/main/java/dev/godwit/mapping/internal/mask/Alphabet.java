package dev.godwit.mapping.internal.mask;

import org.jspecify.annotations.Nullable;

/// Characters that may stand for each other in a token: a run of code points.
///
/// @param first the lowest
/// @param size how many there are
record Alphabet(int first, int size) {
  static final Alphabet DIGITS = new Alphabet('0', 10);
  static final Alphabet NONZERO_DIGITS = new Alphabet('1', 9);
  private static final Alphabet LOWER = new Alphabet('a', 26);
  private static final Alphabet UPPER = new Alphabet('A', 26);
  private static final Alphabet LATIN_SIGNS = new Alphabet(0xA0, 0x20);
  private static final Alphabet LATIN_LETTERS = new Alphabet(0xC0, 0x40);
  private static final int BLOCK = 0x100;

  /// The alphabet of a character: digits, lower case, upper case, or beyond ASCII its block. Null
  /// for characters that stay as they are: spaces, punctuation, control characters.
  static @Nullable Alphabet of(int point) {
    if (point >= BLOCK) {
      return new Alphabet(point & -BLOCK, BLOCK);
    }
    if (point >= 0xA0) {
      return point < 0xC0 ? LATIN_SIGNS : LATIN_LETTERS;
    }
    if (DIGITS.has(point)) {
      return DIGITS;
    }
    if (LOWER.has(point)) {
      return LOWER;
    }
    return UPPER.has(point) ? UPPER : null;
  }

  private boolean has(int point) {
    return point >= first && point < first + size;
  }
}
