package dev.godwit.mapping.internal.mask;

/// Tokens of UUIDs: others of the same version, variant and case.
final class UuidTokens {
  private static final String LOWER = "0123456789abcdef";
  private static final String UPPER = "0123456789ABCDEF";
  private static final int VERSION = 14;
  private static final int VARIANT = 19;
  private static final int BASE = 16;

  private final Permutation permutation;

  UuidTokens(Permutation permutation) {
    this.permutation = permutation;
  }

  String of(String uuid) {
    int[] digits = uuid.chars().filter(c -> c != '-').map(c -> Character.digit(c, BASE)).toArray();
    int[] free = new int[digits.length - 2];
    int[] bases = new int[free.length];
    int count = 0;
    for (int i = 0, digit = 0; i < uuid.length(); i++) {
      if (uuid.charAt(i) != '-') {
        if (i != VERSION && i != VARIANT) {
          free[count] = digits[digit];
          bases[count++] = BASE;
        }
        digit++;
      }
    }
    permutation.apply(free, bases);
    return written(uuid, free);
  }

  private static String written(String uuid, int[] free) {
    boolean upper = !uuid.equals(uuid.toLowerCase(java.util.Locale.ROOT));
    StringBuilder token = new StringBuilder(uuid);
    int next = 0;
    for (int i = 0; i < uuid.length(); i++) {
      if (i != VERSION && i != VARIANT && uuid.charAt(i) != '-') {
        token.setCharAt(i, (upper ? UPPER : LOWER).charAt(free[next++]));
      }
    }
    return token.toString();
  }
}
