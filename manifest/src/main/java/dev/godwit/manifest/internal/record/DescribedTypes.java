package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader.ComplexFieldType;
import dev.godwit.manifest.internal.spec.DynamicSchemaLoader.TypesMap;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the names that an API has for types into JSON schemas.
final class DescribedTypes {
  /// What one of the API's types becomes.
  ///
  /// @param condition null for always
  private record Rule(
      @Nullable Object from, @Nullable InterpolatedBoolean condition, Object target) {}

  private final List<Rule> rules;
  private final Scope scope;

  DescribedTypes(List<TypesMap> mapping, Scope scope) {
    this.rules = mapping.stream().map(DescribedTypes::rule).toList();
    this.scope = scope;
  }

  private static Rule rule(TypesMap spec) {
    Object from =
        switch (spec.currentType()) {
          case TextOrList.Text(String name) -> name;
          case TextOrList.Texts(List<String> names) -> names;
        };
    String condition = spec.condition();
    return new Rule(
        from,
        condition == null ? null : InterpolatedBoolean.of(condition, Map.of()),
        spec.targetType());
  }

  /// The schema of a field.
  ///
  /// @param type as the API has it
  /// @param described everything that the API says of the field
  /// @throws GodwitException SYSTEM `schema.unknown-type` for a type without a meaning
  Map<String, @Nullable Object> schema(@Nullable Object type, @Nullable Object described) {
    Scope seen = scope.with("raw_schema", described);
    for (Rule rule : rules) {
      boolean holds = rule.condition() == null || rule.condition().eval(seen);
      if (holds && Equality.equal(type, rule.from())) {
        return ofTarget(rule.target());
      }
    }
    return ofTarget(type);
  }

  private static Map<String, @Nullable Object> ofTarget(@Nullable Object target) {
    return switch (target) {
      case String name -> named(name);
      case ComplexFieldType complex -> complex(complex);
      case List<?> names
          when names.size() == 2 && names.stream().allMatch(String.class::isInstance) -> {
        List<@Nullable Object> choices = new ArrayList<>();
        names.forEach(name -> choices.add(named(String.valueOf(name))));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("oneOf", choices);
        yield schema;
      }
      case null, default -> throw unknown("of another form than a name or two");
    };
  }

  private static Map<String, @Nullable Object> complex(ComplexFieldType type) {
    Map<String, @Nullable Object> schema = named(type.fieldType());
    switch (type.items()) {
      case String name when !name.isEmpty() -> schema.put("items", named(name));
      case ComplexFieldType inner -> schema.put("items", complex(inner));
      case null, default -> {}
    }
    return schema;
  }

  private static Map<String, @Nullable Object> named(String name) {
    return switch (name) {
      case "string", "boolean", "integer", "number", "array", "object" ->
          nullable(name, null, null);
      case "date" -> nullable("string", "date", null);
      case "timestamp_with_timezone" -> nullable("string", "date-time", null);
      case "timestamp_without_timezone" -> nullable("string", "date-time", name);
      case "time_without_timezone", "time_with_timezone" -> nullable("string", "time", name);
      default -> throw unknown("called '" + name + "'");
    };
  }

  private static Map<String, @Nullable Object> nullable(
      String type, @Nullable String format, @Nullable String airbyteType) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    List<@Nullable Object> types = new ArrayList<>(List.of("null", type));
    schema.put("type", types);
    if (format != null) {
      schema.put("format", format);
    }
    if (airbyteType != null) {
      schema.put("airbyte_type", airbyteType);
    }
    return schema;
  }

  private static GodwitException unknown(String type) {
    return GodwitException.system(
            "schema.unknown-type", "The API describes a field by a type " + type + ".")
        .hint("Add a TypesMap for it to types_mapping.");
  }
}
