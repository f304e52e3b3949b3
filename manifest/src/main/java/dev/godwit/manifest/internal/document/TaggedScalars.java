package dev.godwit.manifest.internal.document;

import org.jspecify.annotations.Nullable;

/// The value of a scalar whose tag says what it is.
final class TaggedScalars {
  private static final String PREFIX = "tag:yaml.org,2002:";

  private TaggedScalars() {}

  /// The value of a tagged scalar.
  ///
  /// @throws IllegalArgumentException when the tag is unknown or the text does not fit it
  static @Nullable Object value(String tag, String text) {
    String name = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : tag;
    return switch (name) {
      case "str" -> text;
      case "null" -> null;
      case "bool" -> PlainScalars.bool(text);
      case "int" -> PlainScalars.integer(text);
      case "float" -> PlainScalars.real(text);
      case "timestamp" -> Timestamps.parse(text);
      default -> throw new IllegalArgumentException("the tag " + name + " is not supported");
    };
  }

  /// Whether a collection may carry the tag.
  static boolean fits(@Nullable String tag, String collection) {
    return tag == null || tag.equals("!") || tag.equals(PREFIX + collection);
  }
}
