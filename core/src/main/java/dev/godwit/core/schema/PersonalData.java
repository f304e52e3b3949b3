package dev.godwit.core.schema;

import org.jspecify.annotations.Nullable;

/// Knows which fields of a stream seem to hold personal data.
@FunctionalInterface
public interface PersonalData {
  /// Knows of none.
  PersonalData UNKNOWN = field -> null;

  /// What a field seems to hold, in words: `e-mail addresses`; null where it seems to hold nothing
  /// personal. May ask the source for some rows.
  @Nullable String in(String field);
}
