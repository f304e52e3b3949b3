package dev.godwit.mapping.rule;

/// What happens to a row that a rule cannot be applied to, or that fails an assertion.
public enum OnFailure {
  /// The stream stops; what was committed stays.
  STOP,
  /// The row goes to quarantine, without the fields that rules hide.
  QUARANTINE,
  /// The row is left out and counted as filtered; for assertions only.
  DROP
}
