package dev.godwit.connection;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a file that is read key by key. Keys that nobody has asked for are mistakes. For one
/// thread.
final class Section {
  private final String path;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  /// @param path where the section lies in its file; empty for all of it
  Section(String path, Map<?, ?> values) {
    this.path = path;
    values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
  }

  /// A value as it stands there; null where there is none.
  @Nullable Object value(String key) {
    known.add(key);
    return values.get(key);
  }

  @Nullable String text(String key) {
    Object value = value(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong(key, "is a text");
  }

  String required(String key) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      throw GodwitException.config("connection.missing", "It lacks the key " + key + ".")
          .at(Place.file(null, 0, 0, path));
    }
    return text;
  }

  @Nullable Boolean flag(String key) {
    Object value = value(key);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw wrong(key, "is true or false");
  }

  @Nullable Long number(String key) {
    Object value = value(key);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    throw wrong(key, "is a whole number");
  }

  @Nullable Double share(String key) {
    Object value = value(key);
    return switch (value) {
      case null -> null;
      case Long whole -> whole.doubleValue();
      case Double share -> share;
      default -> throw wrong(key, "is a number");
    };
  }

  /// A list of texts, of which one may stand alone; empty where there is none.
  List<String> texts(String key) {
    Object value = value(key);
    return switch (value) {
      case null -> List.of();
      case String one -> List.of(one);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      default -> throw wrong(key, "is a list of texts");
    };
  }

  /// An object; null where there is none.
  @Nullable Section section(String key) {
    Object value = value(key);
    return switch (value) {
      case null -> null;
      case Map<?, ?> object -> new Section(path(key), object);
      default -> throw wrong(key, "is an object with keys and values");
    };
  }

  /// The keys in the order of the file.
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /// The values as they stand there, all of them known.
  Map<String, @Nullable Object> all() {
    known.addAll(values.keySet());
    return values;
  }

  /// All values as texts.
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    for (String key : keys()) {
      words.put(key, required(key));
    }
    return words;
  }

  String path() {
    return path;
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /// @throws GodwitException CONFIG `connection.unknown-key` when there are keys left
  void end() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw GodwitException.config(
                "connection.unknown-key", Spelling.sentence("There is no key " + key, key, known))
            .hint("Known here: " + String.join(", ", known) + ".")
            .at(Place.file(null, 0, 0, path(key)));
      }
    }
  }

  private GodwitException wrong(String key, String what) {
    return GodwitException.config("connection.value", key + " " + what + ".")
        .at(Place.file(null, 0, 0, path(key)));
  }
}
