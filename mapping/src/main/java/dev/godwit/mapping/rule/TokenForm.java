package dev.godwit.mapping.rule;

/// What tokens look like. Each has the length and the kinds of characters of its value.
public enum TokenForm {
  /// An address under `.example`, where no mail is ever delivered.
  EMAIL,
  /// Digits, with the signs that people put between them.
  PHONE,
  /// Numbers stay numbers, UUIDs stay UUIDs.
  ID,
  /// Any text.
  TEXT
}
