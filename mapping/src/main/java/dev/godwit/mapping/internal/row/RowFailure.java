package dev.godwit.mapping.internal.row;

import dev.godwit.mapping.rule.FieldPath;
import org.jspecify.annotations.Nullable;

/// A rule could not be applied to a row. It says why without showing any value, and has no stack:
/// there may be one for every row.
public final class RowFailure extends Exception {
  private final String code;
  private final @Nullable FieldPath field;

  private RowFailure(String code, String message, @Nullable FieldPath field) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
  }

  /// A failure with a code of its own.
  ///
  /// @param code stable, as in `mapping.missing-field`
  /// @param message a sentence without its full stop and without values
  public static RowFailure of(String code, String message, @Nullable FieldPath field) {
    return new RowFailure(code, message, field);
  }

  /// A value of a kind that a rule cannot work on.
  public static RowFailure unexpected(FieldPath field, String expected) {
    return of("mapping.unexpected-kind", field + " is not " + expected, field);
  }

  public String code() {
    return code;
  }

  public String message() {
    String message = getMessage();
    return message == null ? code : message;
  }

  /// The field that is to blame; null where it is the whole row.
  public @Nullable FieldPath field() {
    return field;
  }
}
