package dev.godwit.manifest.internal.python;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `<`, `<=`, `>`, `>=`.
public final class Ordering {
  /// The four operators.
  public enum Operator {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case GREATER -> comparison > 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
      };
    }
  }

  private Ordering() {}

  /// Whether `left operator right` holds.
  ///
  /// @throws PythonException TYPE where Python does not order the two, UNDEFINED for undefined
  ///   operands
  public static boolean test(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right) && left != null && right != null) {
      boolean ordered = !Numbers.isNan(left) && !Numbers.isNan(right);
      return ordered && operator.holds(Numbers.compare(left, right));
    }
    if (left instanceof Markup || right instanceof Markup) {
      return test(operator, Markup.plain(left), Markup.plain(right));
    }
    if (left instanceof String a && right instanceof String b) {
      return operator.holds(Text.compare(a, b));
    }
    if (left instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      throw undefined.failure();
    }
    return testOthers(operator, left, right);
  }

  private static boolean testOthers(
      Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return testSequences(operator, a, b);
    }
    if (left instanceof Tuple a && right instanceof Tuple b) {
      return testSequences(operator, a.items(), b.items());
    }
    if (left instanceof DateTime a && right instanceof DateTime b) {
      return operator.holds(compareMoments(a, b));
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return operator.holds(a.compareTo(b));
    }
    if (left instanceof LocalTime a && right instanceof LocalTime b) {
      return operator.holds(a.compareTo(b));
    }
    if (left instanceof TimeDelta a && right instanceof TimeDelta b) {
      return operator.holds(a.compareTo(b));
    }
    if (left instanceof PythonSet a && right instanceof PythonSet b) {
      return testSets(operator, a, b);
    }
    throw PythonException.type(
        "'"
            + operator.symbol
            + "' not supported between instances of '"
            + Types.name(left)
            + "' and '"
            + Types.name(right)
            + "'");
  }

  private static boolean testSequences(Operator operator, List<?> left, List<?> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      if (!Equality.sameOrEqual(left.get(i), right.get(i))) {
        return test(operator, left.get(i), right.get(i));
      }
    }
    return operator.holds(Integer.compare(left.size(), right.size()));
  }

  private static int compareMoments(DateTime left, DateTime right) {
    if ((left.zone() == null) != (right.zone() == null)) {
      throw PythonException.type("can't compare offset-naive and offset-aware datetimes");
    }
    return Long.compare(left.epochMicros(), right.epochMicros());
  }

  private static boolean testSets(Operator operator, PythonSet left, PythonSet right) {
    return switch (operator) {
      case LESS -> right.size() > left.size() && right.containsAll(left);
      case LESS_OR_EQUAL -> right.containsAll(left);
      case GREATER -> left.size() > right.size() && left.containsAll(right);
      case GREATER_OR_EQUAL -> left.containsAll(right);
    };
  }
}
