package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hashing and look-up with Python's idea of equal keys, where 1, 1.0 and True are one key.
public final class Keys {
  private Keys() {}

  /// A Java object that equals another canonical key exactly when Python finds the values equal.
  ///
  /// @throws PythonException TYPE for values that Python cannot hash
  public static Object canonical(@Nullable Object value) {
    return switch (value) {
      case null -> Missing.class;
      case String text -> text;
      case Markup markup -> markup.text();
      case Boolean flag -> flag ? 1L : 0L;
      case Double number -> canonicalDouble(number);
      case Tuple tuple -> {
        List<Object> keys = new ArrayList<>(tuple.items().size());
        tuple.items().forEach(item -> keys.add(canonical(item)));
        yield keys;
      }
      case DateTime moment when moment.zone() != null ->
          moment.local().atOffset(moment.zone().offset()).withOffsetSameInstant(ZoneOffset.UTC);
      case List<?> list -> throw unhashable(list);
      case Map<?, ?> map -> throw unhashable(map);
      case PythonSet set -> throw unhashable(set);
      case Undefined _ -> Undefined.class;
      default -> value;
    };
  }

  private static Object canonicalDouble(double number) {
    if (number != Math.rint(number) || Double.isInfinite(number) || Double.isNaN(number)) {
      return number;
    }
    if (Math.abs(number) < 1e18) {
      return (long) number;
    }
    return Numbers.normal(new BigDecimal(number).toBigInteger());
  }

  private static PythonException unhashable(Object value) {
    return PythonException.type("unhashable type: '" + Types.name(value) + "'");
  }

  /// What `map` holds under `key`, or [Missing#MISSING].
  public static @Nullable Object find(Map<?, ?> map, @Nullable Object key) {
    if (key instanceof String) {
      Object value = map.get(key);
      return value != null || map.containsKey(key) ? value : MISSING;
    }
    Object wanted = canonical(key);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object candidate = entry.getKey();
      if (!(candidate instanceof String) && canonical(candidate).equals(wanted)) {
        return entry.getValue();
      }
    }
    return MISSING;
  }

  /// Puts as Python does: an equal key that is there already stays and gets the new value.
  public static void put(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
    map.put(key instanceof String ? key : existing(map, key), value);
  }

  /// Removes a key and its value.
  ///
  /// @return what was there, or [Missing#MISSING]
  public static @Nullable Object remove(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object key) {
    Object value = find(map, key);
    if (value != MISSING) {
      map.remove(existing(map, key));
    }
    return value;
  }

  private static @Nullable Object existing(Map<?, ?> map, @Nullable Object key) {
    if (key instanceof String) {
      return key;
    }
    Object wanted = canonical(key);
    for (Object candidate : map.keySet()) {
      if (!(candidate instanceof String) && canonical(candidate).equals(wanted)) {
        return candidate;
      }
    }
    return key;
  }
}
