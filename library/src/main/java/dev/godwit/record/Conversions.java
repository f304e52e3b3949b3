package dev.godwit.record;

import dev.godwit.record.Conversion.Misfit;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the conversion to a type, down to its last part.
final class Conversions {
  private Conversions() {}

  /// @throws IllegalArgumentException when JSON can't become that type
  static Conversion to(Type type) {
    return switch (type) {
      case Class<?> plain -> toClass(plain);
      case ParameterizedType generic -> toGeneric(generic);
      case WildcardType wildcard -> to(wildcard.getUpperBounds()[0]);
      default -> throw refused(type);
    };
  }

  private static Conversion toClass(Class<?> type) {
    Conversion scalar = Scalars.to(type);
    if (scalar != null) {
      return scalar;
    }
    if (type.isRecord()) {
      // Looked up when it is needed: a record may have parts of its own type.
      return (value, path) -> {
        if (!(value instanceof Map<?, ?> object)) {
          throw Misfit.of(path, value, "an object");
        }
        return RecordReader.part(type).convert(object, path + ".");
      };
    }
    if (type == Map.class) {
      return map((value, _) -> value);
    }
    if (type == List.class || type == Collection.class) {
      return list((value, _) -> value);
    }
    throw refused(type);
  }

  private static Conversion toGeneric(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type last = arguments[arguments.length - 1];
    if (type.getRawType() == Optional.class) {
      Conversion inner = to(last);
      return (value, path) -> Optional.of(inner.convert(value, path));
    }
    if (type.getRawType() == List.class || type.getRawType() == Collection.class) {
      return list(to(last));
    }
    if (type.getRawType() == Set.class) {
      Conversion list = list(to(last));
      return (value, path) ->
          list.convert(value, path) instanceof List<?> elements
              ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
              : Set.of();
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return map(to(last));
    }
    throw refused(type);
  }

  private static Conversion list(Conversion element) {
    return (value, path) -> {
      if (!(value instanceof List<?> array)) {
        throw Misfit.of(path, value, "an array");
      }
      List<@Nullable Object> list = new ArrayList<>(array.size());
      for (Object each : array) {
        String place = path + "[" + list.size() + "]";
        list.add(each == null ? null : element.convert(each, place));
      }
      return Collections.unmodifiableList(list);
    };
  }

  private static Conversion map(Conversion element) {
    return (value, path) -> {
      if (!(value instanceof Map<?, ?> object)) {
        throw Misfit.of(path, value, "an object");
      }
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      object.forEach((key, each) -> {
        String place = path + "." + key;
        map.put(String.valueOf(key), each == null ? null : element.convert(each, place));
      });
      return Collections.unmodifiableMap(map);
    };
  }

  private static IllegalArgumentException refused(Type type) {
    return new IllegalArgumentException(
        "JSON can't become "
            + type.getTypeName()
            + ": use records, String, numbers, boolean, java.time, UUID, URI, enums, Optional, and"
            + " List, Set and Map of those");
  }
}
