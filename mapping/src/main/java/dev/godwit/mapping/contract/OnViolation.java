package dev.godwit.mapping.contract;

/// What happens where a promise is broken. The later in this list, the stricter.
public enum OnViolation {
  /// The row goes on; the report says how many.
  WARN,
  /// The row goes to quarantine, with the reason.
  QUARANTINE,
  /// The stream fails before rows of the slice land.
  FAIL
}
