package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The binary and unary operators of arithmetic.
public final class Arithmetic {
  /// `+ - * / // % **`
  public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("** or pow()");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }
  }

  private static final long MAX_LENGTH = 16_777_216;

  /// Lists that hold each other print far more than they hold.
  private static final int MAX_PRINTED = 64 << 20;

  private Arithmetic() {}

  /// The value of `left operator right`.
  ///
  /// @throws PythonException as Python does; OVERFLOW also for results that no template needs
  public static @Nullable Object apply(
      Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left != null && right != null && Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return NumberArithmetic.apply(operator, left, right);
    }
    if (left instanceof Markup || right instanceof Markup) {
      return applyMarkup(operator, left, right);
    }
    if (operator == Operator.MODULO && left instanceof String format) {
      return PercentFormat.format(format, right);
    }
    if (left instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (right instanceof Undefined undefined) {
      throw undefined.failure();
    }
    Object result =
        switch (operator) {
          case ADD -> add(left, right);
          case SUBTRACT -> subtract(left, right);
          case MULTIPLY -> multiply(left, right);
          case DIVIDE, FLOOR_DIVIDE, MODULO -> DateArithmetic.divide(operator, left, right);
          case POWER -> null;
        };
    if (result == null) {
      throw unsupported(operator, left, right);
    }
    return result;
  }

  private static @Nullable Object applyMarkup(
      Operator operator, @Nullable Object left, @Nullable Object right) {
    Object sum = operator == Operator.ADD ? Markup.sum(left, right) : null;
    return sum == null ? apply(operator, Markup.plain(left), Markup.plain(right)) : sum;
  }

  private static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String a && right instanceof String b) {
      checkLength((long) a.length() + b.length());
      return a + b;
    }
    if (left instanceof String) {
      throw PythonException.type(
          "can only concatenate str (not \"" + Types.name(right) + "\") to str");
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return joined(a, b);
    }
    if (left instanceof Tuple a && right instanceof Tuple b) {
      return new Tuple(joined(a.items(), b.items()));
    }
    return DateArithmetic.add(left, right);
  }

  private static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    if (left instanceof PythonSet a && right instanceof PythonSet b) {
      PythonSet rest = PythonSet.of(a);
      b.forEach(rest::remove);
      return rest;
    }
    return DateArithmetic.subtract(left, right);
  }

  private static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isInt(right)) {
      Object repeated = repeated(left, right);
      return repeated == null ? DateArithmetic.multiply(left, right) : repeated;
    }
    if (Numbers.isInt(left)) {
      Object repeated = repeated(right, left);
      return repeated == null ? DateArithmetic.multiply(right, left) : repeated;
    }
    return DateArithmetic.multiplyFraction(left, right);
  }

  private static @Nullable Object repeated(@Nullable Object sequence, @Nullable Object count) {
    int times = Math.max(0, Numbers.index(count));
    return switch (sequence) {
      case String text -> {
        checkLength((long) text.length() * times);
        yield text.repeat(times);
      }
      case List<?> list -> repeatedList(list, times);
      case Tuple tuple -> new Tuple(repeatedList(tuple.items(), times));
      case null, default -> null;
    };
  }

  private static List<@Nullable Object> repeatedList(List<?> list, int times) {
    checkLength((long) list.size() * times);
    List<@Nullable Object> result = new ArrayList<>(list.size() * times);
    Collections.nCopies(times, list).forEach(result::addAll);
    return result;
  }

  /// Refuses texts and lists that are longer than any template needs.
  public static void checkLength(long length) {
    if (length > MAX_LENGTH) {
      throw PythonException.overflow("value too large for a template");
    }
  }

  /// Refuses to print values that are longer than templates may be.
  static void checkPrinted(int length) {
    if (length > MAX_PRINTED) {
      throw PythonException.overflow("value too large to print");
    }
  }

  private static List<@Nullable Object> joined(List<?> left, List<?> right) {
    checkLength((long) left.size() + right.size());
    List<@Nullable Object> result = new ArrayList<>(left.size() + right.size());
    result.addAll(left);
    result.addAll(right);
    return result;
  }

  private static PythonException unsupported(
      Operator operator, @Nullable Object left, @Nullable Object right) {
    return PythonException.type(
        "unsupported operand type(s) for "
            + operator.symbol
            + ": '"
            + Types.name(left)
            + "' and '"
            + Types.name(right)
            + "'");
  }

  /// `-value`
  public static Object negate(@Nullable Object value) {
    return switch (value) {
      case Double number -> -number;
      case TimeDelta delta -> delta.negated();
      case CalendarDuration duration -> duration.negated();
      case Undefined undefined -> throw undefined.failure();
      case null, default -> Numbers.normal(integer("-", value).negate());
    };
  }

  /// `+value`
  public static Object plus(@Nullable Object value) {
    return switch (value) {
      case Double number -> number;
      case TimeDelta delta -> delta;
      case Undefined undefined -> throw undefined.failure();
      case null, default -> Numbers.normal(integer("+", value));
    };
  }

  /// `abs(value)`
  public static Object abs(@Nullable Object value) {
    return switch (value) {
      case Double number -> Math.abs(number);
      case TimeDelta delta -> delta.micros() < 0 ? delta.negated() : delta;
      case null, default -> {
        if (value == null || !Numbers.isInt(value)) {
          throw PythonException.type("bad operand type for abs(): '" + Types.name(value) + "'");
        }
        yield Numbers.normal(Numbers.big(value).abs());
      }
    };
  }

  private static BigInteger integer(String sign, @Nullable Object value) {
    if (value == null || !Numbers.isInt(value)) {
      throw PythonException.type(
          "bad operand type for unary " + sign + ": '" + Types.name(value) + "'");
    }
    return Numbers.big(value);
  }
}
