package dev.godwit.mapping.internal.filter;

import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/// A filter as a tree. Immutable.
public sealed interface Condition {
  /// What is compared.
  sealed interface Operand {
    record Field(FieldPath path) implements Operand {}

    record Text(String value) implements Operand {}

    record Numeral(BigDecimal value) implements Operand {}

    record Flag(boolean value) implements Operand {}
  }

  /// How two values are compared.
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    /// Whether a comparison that ended like `Comparator.compare` holds.
    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case GREATER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }

    /// Whether it asks for an order, which booleans do not have.
    public boolean orders() {
      return this != EQUAL && this != NOT_EQUAL;
    }
  }

  record Compare(Operand left, Operator operator, Operand right) implements Condition {}

  /// A boolean that stands alone.
  record Is(Operand flag) implements Condition {}

  record IsNull(FieldPath field) implements Condition {}

  /// Whether a field has one of several values.
  ///
  /// @param values literals of one kind, at least one
  record In(FieldPath field, List<Operand> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /// Whether the pattern occurs somewhere in the text.
  record Matches(FieldPath field, Pattern pattern) implements Condition {}

  record Not(Condition condition) implements Condition {}

  record And(Condition left, Condition right) implements Condition {}

  record Or(Condition left, Condition right) implements Condition {}
}
