package dev.godwit.mapping.internal.filter;

import dev.godwit.mapping.internal.filter.Condition.Operand;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A condition that rows can be put to. For one thread.
@FunctionalInterface
interface RowTest {
  Verdict of(Row row) throws RowFailure;

  /// Compiles a condition.
  ///
  /// @param required whether rows must have a field
  static RowTest compile(Condition condition, Predicate<FieldPath> required) {
    return switch (condition) {
      case Condition.And(Condition left, Condition right) ->
          both(compile(left, required), compile(right, required));
      case Condition.Or(Condition left, Condition right) ->
          either(compile(left, required), compile(right, required));
      case Condition.Not(Condition inside) -> {
        RowTest test = compile(inside, required);
        yield row -> test.of(row).not();
      }
      case Condition.Compare(Operand left, Condition.Operator operator, Operand right) ->
          compare(Side.of(left, required), operator, Side.of(right, required));
      case Condition.Is(Operand flag) -> flag(Side.of(flag, required));
      case Condition.IsNull(FieldPath field) -> {
        Side side = Side.of(field, required);
        yield row -> Verdict.of(!side.read(row));
      }
      case Condition.In(FieldPath field, List<Operand> values) ->
          in(
              Side.of(field, required),
              values.stream().map(value -> Side.of(value, required)).toList());
      case Condition.Matches(FieldPath field, Pattern pattern) ->
          new PatternTest(Side.of(field, required), pattern);
    };
  }

  private static RowTest both(RowTest left, RowTest right) {
    return row -> {
      Verdict first = left.of(row);
      return first == Verdict.FALSE ? first : first.and(right.of(row));
    };
  }

  private static RowTest either(RowTest left, RowTest right) {
    return row -> {
      Verdict first = left.of(row);
      return first == Verdict.TRUE ? first : first.or(right.of(row));
    };
  }

  private static RowTest compare(Side left, Condition.Operator operator, Side right) {
    return row ->
        left.read(row) && right.read(row)
            ? Verdict.of(operator.holds(Comparison.compare(left, right)))
            : Verdict.UNKNOWN;
  }

  private static RowTest flag(Side side) {
    return row -> {
      if (!side.read(row)) {
        return Verdict.UNKNOWN;
      }
      if (side.kind() != 'b') {
        throw RowFailure.unexpected(side.path(), "a boolean");
      }
      return Verdict.of(Comparison.isTrue(side));
    };
  }

  private static RowTest in(Side side, List<Side> values) {
    return row -> {
      if (!side.read(row)) {
        return Verdict.UNKNOWN;
      }
      for (Side value : values) {
        if (Comparison.compare(side, value) == 0) {
          return Verdict.TRUE;
        }
      }
      return Verdict.FALSE;
    };
  }
}
