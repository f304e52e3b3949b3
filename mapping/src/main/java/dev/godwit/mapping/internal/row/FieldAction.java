package dev.godwit.mapping.internal.row;

/// What a rule does to a field of a row.
@FunctionalInterface
public interface FieldAction {
  /// Does it to one field.
  ///
  /// @param parent what the field is in
  /// @param slot its place there; the field is there, and may be null
  void apply(Slots parent, int slot) throws RowFailure;
}
