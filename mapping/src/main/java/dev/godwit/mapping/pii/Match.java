package dev.godwit.mapping.pii;

/// How much a value looks like a kind of personal data.
enum Match {
  NONE,
  /// It may be, where the name of the field says so.
  PLAUSIBLE,
  /// It does by itself.
  CERTAIN;

  static Match certain(boolean certain) {
    return certain ? CERTAIN : NONE;
  }

  static Match plausible(boolean plausible) {
    return plausible ? PLAUSIBLE : NONE;
  }

  Match or(boolean plausible) {
    return this == NONE && plausible ? PLAUSIBLE : this;
  }
}
