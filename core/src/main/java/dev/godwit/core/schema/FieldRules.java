package dev.godwit.core.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What becomes of rows that show a change that their table does not follow.
///
/// @param unwanted fields without a column, and what comes of rows that have them
/// @param required fields that must have a value, and what comes of rows that lack it
/// @param typed fields whose values must fit a type, and what comes of rows whose values do not
public record FieldRules(
    Map<String, SchemaAction> unwanted,
    Map<String, SchemaAction> required,
    Map<String, Typed> typed) {
  public static final FieldRules NONE = new FieldRules(Map.of(), Map.of(), Map.of());

  public FieldRules {
    unwanted = Collections.unmodifiableMap(new LinkedHashMap<>(unwanted));
    required = Collections.unmodifiableMap(new LinkedHashMap<>(required));
    typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
  }

  /// A type, and what comes of values that do not fit it.
  public record Typed(FieldType type, SchemaAction action) {}

  public boolean isEmpty() {
    return unwanted.isEmpty() && required.isEmpty() && typed.isEmpty();
  }

  /// Whether some values go into a column of their own.
  boolean haveVariants() {
    return unwanted.containsValue(SchemaAction.VARIANT)
        || typed.values().stream().anyMatch(typed -> typed.action() == SchemaAction.VARIANT);
  }
}
