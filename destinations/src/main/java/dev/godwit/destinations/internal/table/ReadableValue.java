package dev.godwit.destinations.internal.table;

import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces what a database cannot take of texts and nested values: halves of surrogate pairs, and
/// what is nested too deeply, which becomes text. Immutable, for several threads.
///
/// @param deepest levels of nesting that the database takes
/// @param zeros whether it takes characters of the code 0
/// @param infinities whether it takes numbers in nested values that are not finite
public record ReadableValue(int deepest, boolean zeros, boolean infinities) {
  /// `value` itself where nothing had to be replaced.
  public Object of(Object value) {
    Object readable = of(value, 0);
    return readable == null ? value : readable;
  }

  private @Nullable Object of(@Nullable Object value, int depth) {
    return switch (value) {
      case String text -> text(text);
      case Map<?, ?> object -> depth == deepest ? flat(object) : object(object, depth + 1);
      case List<?> array -> depth == deepest ? flat(array) : array(array, depth + 1);
      case Double number when !infinities && depth > 0 && !Double.isFinite(number) ->
          number.toString();
      case null, default -> value;
    };
  }

  private Map<String, @Nullable Object> object(Map<?, ?> object, int depth) {
    Map<String, @Nullable Object> readable = new LinkedHashMap<>();
    object.forEach((key, value) -> readable.put(text(String.valueOf(key)), of(value, depth)));
    return readable;
  }

  private List<@Nullable Object> array(List<?> array, int depth) {
    List<@Nullable Object> readable = new ArrayList<>(array.size());
    array.forEach(value -> readable.add(of(value, depth)));
    return readable;
  }

  private String flat(Object nested) {
    return text(JsonWriter.text(nested));
  }

  private String text(String text) {
    boolean whole = text.codePoints().noneMatch(this::isUnreadable);
    return whole
        ? text
        : text.codePoints()
            .map(point -> isUnreadable(point) ? 0xFFFD : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private boolean isUnreadable(int point) {
    return (!zeros && point == 0)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
