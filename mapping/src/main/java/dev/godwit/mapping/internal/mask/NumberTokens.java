package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;

/// Tokens of integers: others with the same sign and number of digits. What fits 64 bits still
/// does.
final class NumberTokens {
  private static final String LONGEST = String.valueOf(Long.MAX_VALUE);

  private final Permutation permutation;

  NumberTokens(Permutation permutation) {
    this.permutation = permutation;
  }

  /// @param start sign or first digit, which is no zero unless it stands alone
  void write(byte[] page, int start, int end, JsonBuffer target) {
    int first = page[start] == '-' ? start + 1 : start;
    int[] digits = new int[end - first];
    int[] bases = new int[digits.length];
    boolean leads = digits.length > 1 || first > start;
    for (int i = 0; i < digits.length; i++) {
      Alphabet alphabet = i == 0 && leads ? Alphabet.NONZERO_DIGITS : Alphabet.DIGITS;
      digits[i] = page[first + i] - alphabet.first();
      bases[i] = alphabet.size();
    }
    boolean fits = fits(digits);
    do {
      permutation.apply(digits, bases);
    } while (fits && !fits(digits));
    target.add(page, start, first);
    for (int i = 0; i < digits.length; i++) {
      target.add((byte) (digits[i] + (i == 0 && leads ? '1' : '0')));
    }
  }

  private static boolean fits(int[] digits) {
    if (digits.length != LONGEST.length()) {
      return digits.length < LONGEST.length();
    }
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[i] + (i == 0 ? '1' : '0');
      if (digit != LONGEST.charAt(i)) {
        return digit < LONGEST.charAt(i);
      }
    }
    return true;
  }
}
