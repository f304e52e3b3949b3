package dev.godwit.protocol.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of the protocol, field by field. Reading takes what can be meant; what cannot is as if
/// it were not there. Writing leaves out what is absent.
public final class Fields {
  /// No fields at all.
  public static final Fields NONE = new Fields(Map.of());

  private final Map<String, @Nullable Object> map;

  /// An object to write.
  Fields() {
    this(new LinkedHashMap<>());
  }

  private Fields(Map<String, @Nullable Object> map) {
    this.map = map;
  }

  /// A value as object to read; empty when it is something else.
  public static Fields of(@Nullable Object value) {
    return value instanceof Map<?, ?> object ? new Fields(cast(object)) : NONE;
  }

  @SuppressWarnings("unchecked") // objects of JSON have no other keys
  private static Map<String, @Nullable Object> cast(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }

  Map<String, @Nullable Object> map() {
    return map;
  }

  /// A field that is text, or a number or truth value in its place.
  public @Nullable String text(String name) {
    Object value = map.get(name);
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : null;
  }

  /// A whole number, also as `1.0` and `"1"`.
  public @Nullable Long integer(String name) {
    return switch (map.get(name)) {
      case Long number -> number;
      case Double number when Double.isFinite(number) -> number.longValue();
      case String digits when digits.matches("-?[0-9]{1,18}") -> Long.valueOf(digits);
      case null, default -> null;
    };
  }

  /// As above, or another number where there is none.
  public long integer(String name, long otherwise) {
    Long value = integer(name);
    return value == null ? otherwise : value;
  }

  @Nullable Boolean truth(String name) {
    return map.get(name) instanceof Boolean value ? value : null;
  }

  /// A field that is an object; null when it is something else.
  public @Nullable Map<String, @Nullable Object> object(String name) {
    return map.get(name) instanceof Map<?, ?> object ? cast(object) : null;
  }

  /// A field that is an object; empty when it is something else.
  public Fields fields(String name) {
    return of(map.get(name));
  }

  boolean isList(String name) {
    return map.get(name) instanceof List<?>;
  }

  List<? extends @Nullable Object> list(String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  List<String> texts(String name) {
    return texts(map.get(name));
  }

  List<List<String>> paths(String name) {
    return list(name).stream().map(Fields::path).toList();
  }

  /// A key's part is a path, or one name in its place.
  private static List<String> path(@Nullable Object part) {
    return part instanceof String name ? List.of(name) : texts(part);
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /// A constant by its name in upper case or lower case; null when there is none.
  <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
    return word(map.get(name), words);
  }

  /// The constants that a list names, others left out.
  <E extends Enum<E>> List<E> words(String name, Class<E> words) {
    List<E> known = new ArrayList<>();
    for (Object value : list(name)) {
      E word = word(value, words);
      if (word != null) {
        known.add(word);
      }
    }
    return known;
  }

  private static <E extends Enum<E>> @Nullable E word(@Nullable Object value, Class<E> words) {
    for (E word : words.getEnumConstants()) {
      if (value instanceof String text && word.name().equals(text.toUpperCase(Locale.ROOT))) {
        return word;
      }
    }
    return null;
  }

  /// What is left beside the fields of these names.
  Map<String, @Nullable Object> without(List<String> names) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(map);
    names.forEach(others::remove);
    return others;
  }

  /// Adds a field, unless its value is null.
  Fields put(String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
    return this;
  }

  /// Adds a field, unless its list is empty.
  Fields putSome(String name, List<?> values) {
    return put(name, values.isEmpty() ? null : values);
  }

  Fields putAll(Map<String, @Nullable Object> others) {
    map.putAll(others);
    return this;
  }
}
