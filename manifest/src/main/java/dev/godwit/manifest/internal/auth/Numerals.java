package dev.godwit.manifest.internal.auth;

import org.jspecify.annotations.Nullable;

/// Numbers in headers and answers.
final class Numerals {
  private Numerals() {}

  /// A whole number; null where the text is none.
  static @Nullable Long whole(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
