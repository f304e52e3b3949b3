package dev.godwit.mapping.internal.filter;

/// What a condition says of a row: as in SQL, nothing is known of what is null.
enum Verdict {
  FALSE,
  UNKNOWN,
  TRUE;

  static Verdict of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Verdict not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  Verdict and(Verdict other) {
    return compareTo(other) < 0 ? this : other;
  }

  Verdict or(Verdict other) {
    return compareTo(other) > 0 ? this : other;
  }
}
