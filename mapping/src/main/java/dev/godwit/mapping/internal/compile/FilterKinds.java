package dev.godwit.mapping.internal.compile;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.filter.Condition;
import dev.godwit.mapping.internal.filter.Condition.Operand;
import dev.godwit.mapping.internal.schema.StreamShape;
import dev.godwit.mapping.rule.FieldPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Compares what a filter expects of fields with what the schema says of them.
///
/// @param rule the rule in words, for messages
record FilterKinds(StreamShape shape, String rule) {
  /// @throws dev.godwit.core.error.GodwitException CONFIG `mapping.wrong-type`
  void check(Condition condition) {
    switch (condition) {
      case Condition.And(Condition left, Condition right) -> {
        check(left);
        check(right);
      }
      case Condition.Or(Condition left, Condition right) -> {
        check(left);
        check(right);
      }
      case Condition.Not(Condition inside) -> check(inside);
      case Condition.Compare(Operand left, Condition.Operator operator, Operand right) ->
          compare(left, operator, right);
      case Condition.Is(Operand flag) -> demand(flag, Set.of(JsonKind.BOOLEAN), "a boolean");
      case Condition.IsNull _ -> {}
      case Condition.In(FieldPath field, List<Operand> values) ->
          demand(new Operand.Field(field), kinds(values.getFirst()), words(values.getFirst()));
      case Condition.Matches(FieldPath field, var _) ->
          demand(new Operand.Field(field), Set.of(JsonKind.STRING), "a text");
    }
  }

  private void compare(Operand left, Condition.Operator operator, Operand right) {
    Set<JsonKind> ordered = Set.of(JsonKind.STRING, JsonKind.NUMBER);
    for (Operand side : List.of(left, right)) {
      if (operator.orders()) {
        demand(side, ordered, "a text or a number");
      }
    }
    demand(left, kinds(right), words(right));
    demand(right, kinds(left), words(left));
  }

  private void demand(Operand operand, Set<JsonKind> kinds, String expected) {
    if (operand instanceof Operand.Field(FieldPath path)) {
      shape.demand(path, kinds, expected, rule);
    }
  }

  /// What an operand may be.
  private Set<JsonKind> kinds(Operand operand) {
    return switch (operand) {
      case Operand.Field(FieldPath _) -> RuleCompiler.SCALARS;
      case Operand.Text _ -> Set.of(JsonKind.STRING);
      case Operand.Numeral _ -> Set.of(JsonKind.NUMBER);
      case Operand.Flag _ -> Set.of(JsonKind.BOOLEAN);
    };
  }

  private static String words(Operand operand) {
    return switch (operand) {
      case Operand.Field _ -> "a text, a number or a boolean";
      case Operand.Text _ -> "a text";
      case Operand.Numeral _ -> "a number";
      case Operand.Flag _ -> "a boolean";
    };
  }

  /// All fields that a condition names.
  static Set<FieldPath> fields(Condition condition) {
    Set<FieldPath> fields = new LinkedHashSet<>();
    collect(condition, fields);
    return fields;
  }

  private static void collect(Condition condition, Set<FieldPath> target) {
    switch (condition) {
      case Condition.And(Condition left, Condition right) -> {
        collect(left, target);
        collect(right, target);
      }
      case Condition.Or(Condition left, Condition right) -> {
        collect(left, target);
        collect(right, target);
      }
      case Condition.Not(Condition inside) -> collect(inside, target);
      case Condition.Compare(Operand left, var _, Operand right) -> {
        add(left, target);
        add(right, target);
      }
      case Condition.Is(Operand flag) -> add(flag, target);
      case Condition.IsNull(FieldPath field) -> target.add(field);
      case Condition.In(FieldPath field, var _) -> target.add(field);
      case Condition.Matches(FieldPath field, var _) -> target.add(field);
    }
  }

  private static void add(Operand operand, Set<FieldPath> target) {
    if (operand instanceof Operand.Field(FieldPath path)) {
      target.add(path);
    }
  }
}
