package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.python.NumberText;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Text;
import dev.godwit.manifest.internal.python.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The type that a value is turned into. A value that cannot be turned stays.
///
/// @param nullable whether null stays null
record Target(Kind kind, boolean nullable) {
  /// Types that values are turned into; `ANY` leaves them alone.
  enum Kind {
    ANY,
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    /// A single value becomes a list of one.
    ARRAY
  }

  private static final Set<String> SIMPLE =
      Set.of("string", "number", "integer", "boolean", "null");
  private static final Set<String> TRUE = Set.of("y", "yes", "t", "true", "on", "1");
  private static final Set<String> FALSE = Set.of("n", "no", "f", "false", "off", "0");

  /// The target of a schema: its only type besides null.
  static Target of(Map<?, ?> schema) {
    return switch (schema.get("type")) {
      case String type -> new Target(kind(type, schema), type.equals("null"));
      case List<?> types -> {
        List<?> others = types.stream().filter(type -> !"null".equals(type)).toList();
        Kind kind = others.size() == 1 ? kind(String.valueOf(others.getFirst()), schema) : Kind.ANY;
        yield new Target(kind, types.contains("null"));
      }
      case null, default -> new Target(Kind.ANY, true);
    };
  }

  private static Kind kind(String type, Map<?, ?> schema) {
    return switch (type) {
      case "string" -> Kind.STRING;
      case "number" -> Kind.NUMBER;
      case "integer" -> Kind.INTEGER;
      case "boolean" -> Kind.BOOLEAN;
      case "array" -> wraps(schema.get("items")) ? Kind.ARRAY : Kind.ANY;
      default -> Kind.ANY;
    };
  }

  /// Whether single values become lists: where nothing is said of elements, or a list of simple
  /// types. The reference takes the letters of a type's name for such a list, so one name alone
  /// never does.
  private static boolean wraps(@Nullable Object items) {
    Object type = items instanceof Map<?, ?> schema ? schema.get("type") : null;
    return switch (type) {
      case null -> true;
      case String name -> name.isEmpty();
      case List<?> types -> SIMPLE.containsAll(types);
      default -> false;
    };
  }

  @Nullable Object cast(@Nullable Object value) {
    if (value == null && nullable) {
      return null;
    }
    return switch (kind) {
      case ANY -> value;
      case STRING -> value instanceof String ? value : Repr.str(value);
      case NUMBER -> number(value);
      case INTEGER -> integer(value);
      case BOOLEAN -> bool(value);
      case ARRAY -> value instanceof List || value instanceof Map ? value : listOf(value);
    };
  }

  private static List<@Nullable Object> listOf(@Nullable Object value) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  private static @Nullable Object number(@Nullable Object value) {
    Double number =
        switch (value) {
          case null -> null;
          case String text -> NumberText.parseFloat(text);
          default -> Numbers.isNumber(value) ? (Double) Numbers.toDouble(value) : null;
        };
    return number == null ? value : number;
  }

  private static @Nullable Object integer(@Nullable Object value) {
    Object number =
        switch (value) {
          case String text -> NumberText.parseInt(text, 10);
          case Boolean flag -> flag ? 1L : 0L;
          case Double fraction when Double.isFinite(fraction) -> Numbers.truncate(fraction);
          case null, default -> value;
        };
    return number == null ? value : number;
  }

  private static @Nullable Object bool(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return Truth.of(value);
    }
    String word = Text.strip(text.toLowerCase(Locale.ROOT));
    return TRUE.contains(word) ? (Object) true : FALSE.contains(word) ? (Object) false : text;
  }
}
