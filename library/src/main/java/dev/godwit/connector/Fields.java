package dev.godwit.connector;

import dev.godwit.core.error.GodwitException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration, asked field by field. Fields that are null or empty count as missing.
///
/// @param path what the fields lie in, with a full stop at its end; empty for the configuration
record Fields(String path, Map<String, @Nullable Object> values) {
  static Fields of(Map<String, @Nullable Object> config) {
    return new Fields("", config);
  }

  @Nullable String text(String name) {
    return switch (values.get(name)) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case Object other -> throw bad(name, "is a text");
    };
  }

  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  String required(String name) {
    String text = text(name);
    if (text == null) {
      throw bad(name, "is needed");
    }
    return text;
  }

  /// @param otherwise what a missing field means
  long number(String name, long otherwise) {
    return switch (values.get(name)) {
      case null -> otherwise;
      case Long number -> number;
      case Object other -> throw bad(name, "is a whole number");
    };
  }

  boolean isTrue(String name) {
    return switch (values.get(name)) {
      case null -> false;
      case Boolean flag -> flag;
      case Object other -> throw bad(name, "is true or false");
    };
  }

  /// The fields of an object; none where it is missing.
  Fields object(String name) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    switch (values.get(name)) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, value) -> fields.put(String.valueOf(key), value));
      case Object other -> throw bad(name, "is an object");
    }
    return new Fields(path + name + ".", fields);
  }

  GodwitException bad(String name, String rule) {
    return GodwitException.config(
        "config.invalid", "The configuration is wrong: %s%s %s.".formatted(path, name, rule));
  }
}
