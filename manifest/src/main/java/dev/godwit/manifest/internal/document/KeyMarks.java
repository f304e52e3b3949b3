package dev.godwit.manifest.internal.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the names of fields stand in a text. A tree has only the places of values, which is all
/// that running a manifest needs.
public final class KeyMarks {
  /// One name of a field.
  ///
  /// @param mark where it begins, quotes included
  public record Key(String name, Mark mark) {}

  private final Map<Mark, Map<String, Key>> byObject = new HashMap<>();
  private final Map<Mark, Key> byValue = new HashMap<>();
  private final List<Key> repeated = new ArrayList<>();

  void clear() {
    byObject.clear();
    byValue.clear();
    repeated.clear();
  }

  /// Notes a field.
  ///
  /// @param object where the object begins that has it
  void add(Mark object, Key key, Mark value) {
    Map<String, Key> keys = byObject.computeIfAbsent(object, _ -> new LinkedHashMap<>());
    if (keys.put(key.name(), key) != null) {
      repeated.add(key);
    }
    byValue.putIfAbsent(value, key);
  }

  /// The name of an object's field. Fields that came from elsewhere, by a reference or a merge key,
  /// are found by their value.
  public @Nullable Key find(Mark object, String name, @Nullable Mark value) {
    Key own = byObject.getOrDefault(object, Map.of()).get(name);
    if (own != null) {
      return own;
    }
    Key elsewhere = value == null ? null : byValue.get(value);
    return elsewhere == null || !elsewhere.name().equals(name) ? null : elsewhere;
  }

  /// The first name in an object, or null for an empty one.
  public @Nullable Key first(Mark object) {
    Map<String, Key> keys = byObject.get(object);
    return keys == null ? null : keys.values().iterator().next();
  }

  /// The names that an object has had before, in the order of the text.
  public List<Key> repeated() {
    return Collections.unmodifiableList(repeated);
  }
}
