package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Literal;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes of a value that is printed and then read as a Python literal. Most values come back
/// as they are, so that nothing has to be printed; texts may turn into other things.
final class RoundTrip {
  private static final int MAX_DEPTH = 150;

  private RoundTrip() {}

  /// The value that a template of the single expression `value` has, or
  /// [dev.godwit.manifest.internal.python.Missing#MISSING] where it prints nothing.
  static @Nullable Object of(@Nullable Object value, Set<ValueType> valid) {
    if (value instanceof String text) {
      return text.isEmpty() ? MISSING : literal(text, valid);
    }
    if (value instanceof Markup markup) {
      return of(markup.text(), valid);
    }
    Object copy = copy(value, 0);
    if (copy == MISSING) {
      String text = Repr.str(value);
      return text.isEmpty() ? MISSING : literal(text, valid);
    }
    return ValueType.accepts(valid, copy) ? copy : Repr.str(value);
  }

  /// The literal that `text` is, if it is one of a valid type, else the text.
  static @Nullable Object literal(String text, Set<ValueType> valid) {
    Object value = Literal.parse(text);
    return value == MISSING || !ValueType.accepts(valid, value) ? text : value;
  }

  private static @Nullable Object copy(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      return MISSING;
    }
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Long _ -> value;
      case Double number -> Double.isFinite(number) ? value : MISSING;
      case Map<?, ?> map -> copyMap(map, depth);
      case Attributes attributes -> copyMap(attributes.entries(), depth);
      case List<?> list -> copyList(list, depth);
      case Tuple tuple -> {
        Object items = copyList(tuple.items(), depth);
        yield items instanceof List<?> list ? new Tuple(list) : MISSING;
      }
      default -> MISSING;
    };
  }

  private static @Nullable Object copyMap(Map<?, ? extends @Nullable Object> map, int depth) {
    Map<@Nullable Object, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    for (Map.Entry<?, ? extends @Nullable Object> entry : map.entrySet()) {
      Object key = copy(entry.getKey(), depth + 1);
      Object value = copy(entry.getValue(), depth + 1);
      if (key == MISSING || value == MISSING) {
        return MISSING;
      }
      copy.put(key, value);
    }
    return copy;
  }

  private static @Nullable Object copyList(List<?> list, int depth) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    for (Object item : list) {
      Object value = copy(item, depth + 1);
      if (value == MISSING) {
        return MISSING;
      }
      copy.add(value);
    }
    return copy;
  }
}
