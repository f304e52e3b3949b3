package dev.godwit.destinations.duckdb;

import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces what DuckDB's JSON reader cannot take: halves of surrogate pairs, and what is nested
/// too deeply, which becomes text.
final class ReadableJson {
  /// DuckDB stops at 128 levels; a row and its line take some of them.
  private static final int DEEPEST = 100;

  private ReadableJson() {}

  /// `value` itself where nothing had to be replaced.
  static Object of(Object value) {
    Object readable = of(value, 0);
    return readable == null ? value : readable;
  }

  private static @Nullable Object of(@Nullable Object value, int depth) {
    return switch (value) {
      case String text -> text(text);
      case Map<?, ?> object -> depth == DEEPEST ? flat(object) : object(object, depth + 1);
      case List<?> array -> depth == DEEPEST ? flat(array) : array(array, depth + 1);
      case null, default -> value;
    };
  }

  private static Map<String, @Nullable Object> object(Map<?, ?> object, int depth) {
    Map<String, @Nullable Object> readable = new LinkedHashMap<>();
    object.forEach((key, value) -> readable.put(text(String.valueOf(key)), of(value, depth)));
    return readable;
  }

  private static List<@Nullable Object> array(List<?> array, int depth) {
    List<@Nullable Object> readable = new ArrayList<>(array.size());
    array.forEach(value -> readable.add(of(value, depth)));
    return readable;
  }

  private static String flat(Object nested) {
    return text(JsonWriter.text(nested));
  }

  private static String text(String text) {
    boolean whole = text.codePoints().noneMatch(ReadableJson::isHalf);
    return whole
        ? text
        : text.codePoints()
            .map(point -> isHalf(point) ? 0xFFFD : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
