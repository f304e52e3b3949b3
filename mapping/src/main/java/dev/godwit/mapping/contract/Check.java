package dev.godwit.mapping.contract;

import dev.godwit.mapping.rule.FieldPath;

/// One demand on one field of every row.
public record Check(FieldPath field, Demand demand, OnViolation onViolation) {
  /// Stable code of a violation, as those of errors.
  public String code() {
    return demand.breach().code();
  }

  /// What is wrong with a row that breaks it, without its full stop and without values.
  public String words() {
    return field + " " + demand.breach().words();
  }
}
