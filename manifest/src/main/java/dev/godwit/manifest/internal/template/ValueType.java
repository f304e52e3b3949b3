package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Python type that the result of a template may be asked to have. A result of another type stays
/// text.
public enum ValueType {
  STRING,
  /// Python counts a bool as an int.
  INTEGER,
  FLOAT,
  BOOLEAN,
  LIST,
  MAP;

  /// No restriction.
  public static final Set<ValueType> ANY = Set.of();

  /// Texts only, as for the keys of mappings.
  public static final Set<ValueType> TEXT = Set.copyOf(EnumSet.of(STRING));

  /// The types that a `value_type` of a manifest stands for.
  ///
  /// @param declared null where the manifest names none
  public static Set<ValueType> of(dev.godwit.manifest.internal.spec.@Nullable ValueType declared) {
    return switch (declared) {
      case null -> ANY;
      case STRING -> TEXT;
      case NUMBER -> Set.of(FLOAT);
      case INTEGER -> Set.of(INTEGER);
      case BOOLEAN -> Set.of(BOOLEAN);
    };
  }

  boolean matches(@Nullable Object value) {
    return switch (this) {
      case STRING -> value instanceof String;
      case INTEGER -> Numbers.isInt(value);
      case FLOAT -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case LIST -> value instanceof List<?>;
      case MAP -> value instanceof Map<?, ?>;
    };
  }

  static boolean accepts(Set<ValueType> valid, @Nullable Object value) {
    if (valid.isEmpty()) {
      return true;
    }
    for (ValueType type : valid) {
      if (type.matches(value)) {
        return true;
      }
    }
    return false;
  }
}
