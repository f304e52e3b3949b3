package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One value for one key of a configuration, as written on the command line.
///
/// @param path keys from the outermost to the innermost
record Assignment(List<String> path, @Nullable Object value) {
  /// @param text `outer.inner=value`; the value is JSON where it is JSON, the text of a file where
  ///   it begins with `@`, itself otherwise
  /// @param files reads the file of that name
  static Assignment parse(String text, UnaryOperator<String> files) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw GodwitException.config("config.assignment", "--set takes key=value.")
          .hint("For example: --set start_date=2024-01-01 --set credentials.token=@token.txt");
    }
    List<String> path = List.of(text.substring(0, equals).split("\\.", -1));
    if (path.contains("")) {
      throw GodwitException.config(
          "config.assignment", "--set " + text.substring(0, equals) + ": a key is empty.");
    }
    String value = text.substring(equals + 1);
    return new Assignment(
        path,
        value.startsWith("@") ? files.apply(value.substring(1)).stripTrailing() : value(value));
  }

  private static @Nullable Object value(String text) {
    try {
      return JsonParser.STRICT.parse(text);
    } catch (GodwitException notJson) {
      return text;
    }
  }

  /// Sets the value, and makes the objects around it where they are missing.
  void applyTo(Map<String, @Nullable Object> config) {
    Map<String, @Nullable Object> object = config;
    for (String key : path.subList(0, path.size() - 1)) {
      object = inner(object, key);
    }
    object.put(path.getLast(), value);
  }

  private Map<String, @Nullable Object> inner(Map<String, @Nullable Object> object, String key) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    Object present = object.get(key);
    if (present instanceof Map<?, ?> map) {
      map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    } else if (present != null) {
      throw GodwitException.config(
          "config.assignment",
          "--set " + String.join(".", path) + ": " + key + " is not an object.");
    }
    object.put(key, copy);
    return copy;
  }
}
