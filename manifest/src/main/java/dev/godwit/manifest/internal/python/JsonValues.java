package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a template made, as JSON knows it.
public final class JsonValues {
  private JsonValues() {}

  /// Tuples become lists; what JSON does not know becomes text.
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag;
      case Long number -> number;
      case Double number -> number;
      case BigInteger number -> number;
      case List<?> list -> items(list);
      case Tuple tuple -> items(tuple.items());
      case Map<?, ?> map -> copy(map);
      case Attributes attributes -> copy(attributes.entries());
      default -> Repr.str(value);
    };
  }

  private static List<@Nullable Object> items(List<?> items) {
    List<@Nullable Object> copy = new ArrayList<>(items.size());
    items.forEach(item -> copy.add(of(item)));
    return copy;
  }

  /// A copy of an object that shares nothing with it.
  public static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(Repr.str(key), of(value)));
    return copy;
  }
}
