package dev.godwit.mapping.contract;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.schema.Lookup;
import dev.godwit.mapping.internal.schema.SchemaTree;
import dev.godwit.mapping.internal.schema.Types;
import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a contract with the schema of a stream.
final class SchemaCheck {
  private final Contract contract;
  private final ConfiguredStream stream;
  private final SchemaTree schema;
  private final List<Violation> violations = new ArrayList<>();

  SchemaCheck(Contract contract, ConfiguredStream stream) {
    this.contract = contract;
    this.stream = stream;
    this.schema = new SchemaTree(stream.stream().jsonSchema());
  }

  List<Violation> violations() {
    if (contract.keys() != null && stream.primaryKey().isEmpty()) {
      violations.add(
          new Violation(
              "contract.no-key", null, "Keys are checked, but the stream has no primary key."));
    }
    if (schema.isKnown()) {
      contract.checks().stream().map(Check::field).distinct().forEach(this::field);
      if (contract.freshness() != null) {
        freshness(contract.freshness());
      }
    }
    return List.copyOf(violations);
  }

  private void field(FieldPath field) {
    switch (schema.find(field)) {
      case Lookup.Open() -> {}
      case Lookup.Missing(String name, List<String> known) ->
          add("contract.unknown-field", field, unknown(name, known));
      case Lookup.Blocked(int steps, String expected) ->
          add(
              "contract.unknown-field",
              field,
              "The schema says that %s is not %s.".formatted(field.first(steps), expected));
      case Lookup.Found(Map<String, @Nullable Object> found) ->
          contract.checks().stream()
              .filter(check -> check.field().equals(field))
              .forEach(check -> compare(check, found));
    }
  }

  private static String unknown(String name, List<String> known) {
    return Spelling.sentence("The schema has no field " + name, name, known);
  }

  private void compare(Check check, Map<String, @Nullable Object> found) {
    Set<JsonKind> kinds = Types.kinds(found);
    Set<JsonKind> allowed = DemandKinds.of(check.demand());
    if (Collections.disjoint(kinds, allowed)) {
      add(
          check.code(),
          check.field(),
          "The schema says that %s is %s, the contract needs %s."
              .formatted(check.field(), words(kinds), words(allowed)));
    } else if (check.demand() instanceof Demand.OfType(ValueType type)
        && contradicts(type, found.get("format"))) {
      add(
          check.code(),
          check.field(),
          "The schema says that %s has the format %s, the contract says %s."
              .formatted(check.field(), found.get("format"), type.fileName()));
    }
  }

  private static boolean contradicts(ValueType type, @Nullable Object format) {
    return (type == ValueType.DATE && "date-time".equals(format))
        || (type == ValueType.TIMESTAMP && "date".equals(format));
  }

  private void freshness(Freshness freshness) {
    if (contract.checks().stream().noneMatch(check -> check.field().equals(freshness.field()))) {
      field(freshness.field());
    }
    if (schema.find(freshness.field()) instanceof Lookup.Found(Map<String, @Nullable Object> found)
        && Collections.disjoint(Types.kinds(found), EnumSet.of(JsonKind.STRING, JsonKind.NUMBER))) {
      add(
          "contract.freshness",
          freshness.field(),
          "The schema says that %s is %s, which tells no time."
              .formatted(freshness.field(), words(Types.kinds(found))));
    }
  }

  private static String words(Set<JsonKind> kinds) {
    return kinds.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }

  private void add(String code, FieldPath field, String message) {
    violations.add(new Violation(code, field.toString(), message));
  }
}
