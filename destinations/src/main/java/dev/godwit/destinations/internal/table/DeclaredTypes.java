package dev.godwit.destinations.internal.table;

import dev.godwit.core.schema.SchemaTypes;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The types that a JSON Schema declares, with the fields of objects and the items of arrays.
final class DeclaredTypes {
  /// What is declared further inside stays JSON.
  private static final int DEEPEST = 20;

  private DeclaredTypes() {}

  static ValueType of(@Nullable Object schema) {
    return of(schema, 0);
  }

  private static ValueType of(@Nullable Object schema, int depth) {
    if (schema instanceof Map<?, ?> declared && depth < DEEPEST) {
      Object only = onlyBranch(declared);
      if (only != null) {
        return of(only, depth + 1);
      }
      List<Object> names = names(declared);
      if (names.equals(List.of("object"))
          && declared.get("properties") instanceof Map<?, ?> properties
          && !properties.isEmpty()) {
        return struct(properties, depth);
      }
      if (names.equals(List.of("array"))) {
        ValueType element = of(declared.get("items"), depth + 1);
        return element.equals(Plain.JSON) ? Plain.JSON : new ListOf(element);
      }
    }
    return new Plain(SchemaTypes.of(schema));
  }

  private static Struct struct(Map<?, ?> properties, int depth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    properties.forEach((key, schema) -> fields.put(String.valueOf(key), schema));
    List<Member> members = new ArrayList<>();
    ColumnNames.of(fields.keySet(), List.of(), UnaryOperator.identity())
        .forEach((key, name) -> members.add(new Member(key, name, of(fields.get(key), depth + 1))));
    return new Struct(members);
  }

  /// The types that a value may have, but for null.
  private static List<Object> names(Map<?, ?> schema) {
    Object type = schema.get("type");
    if (type == null && schema.get("properties") != null) {
      return List.of("object");
    }
    List<Object> names = new ArrayList<>();
    (type instanceof List<?> several ? several : List.of(String.valueOf(type)))
        .forEach(name -> names.add(String.valueOf(name)));
    names.removeIf("null"::equals);
    return names;
  }

  /// The one branch of a union that is not null; null where there is no union, or several.
  private static @Nullable Object onlyBranch(Map<?, ?> schema) {
    for (String union : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.get("type") == null && schema.get(union) instanceof List<?> branches) {
        List<?> others =
            branches.stream()
                .filter(
                    branch -> !(branch instanceof Map<?, ?> map && "null".equals(map.get("type"))))
                .toList();
        return others.size() == 1 ? others.getFirst() : null;
      }
    }
    return null;
  }
}
