package dev.godwit.mapping.pii;

/// What the name of a field says about its values.
enum Evidence {
  /// It names the kind of data.
  STRONG,
  /// It may name it, or something else.
  WEAK,
  NONE,
  /// It names something that looks similar.
  AGAINST
}
