package dev.godwit.manifest.conformance;

import dev.godwit.core.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON values of recordings.
final class Json {
  private Json() {}

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  static List<? extends @Nullable Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(Json::text).toList();
  }

  /// The same text for the same JSON value: keys sorted, 1 and 1.0 equal.
  static String canonical(@Nullable Object value) {
    return JsonWriter.text(sorted(value));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> byKey = new TreeMap<>();
        map.forEach((key, inner) -> byKey.put(String.valueOf(key), sorted(inner)));
        yield new LinkedHashMap<>(byKey);
      }
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(sorted(item)));
        yield items;
      }
      case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p53 ->
          new BigDecimal(number).toBigInteger().longValue();
      case null -> null;
      default -> value;
    };
  }
}
