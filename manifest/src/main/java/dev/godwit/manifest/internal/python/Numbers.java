package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Integers of any size and doubles as Python relates them. An int is a Long wherever it fits.
public final class Numbers {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private Numbers() {}

  /// True for ints and bools, which are ints in Python.
  public static boolean isInt(@Nullable Object value) {
    return value instanceof Long
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof Integer;
  }

  /// True for ints, bools and floats.
  public static boolean isNumber(@Nullable Object value) {
    return value instanceof Double || isInt(value);
  }

  /// `value` as Long where it fits, else as it is.
  public static Object normal(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /// The int `value`; a bool is 0 or 1.
  public static BigInteger big(Object value) {
    return switch (value) {
      case Long number -> BigInteger.valueOf(number);
      case Integer number -> BigInteger.valueOf(number);
      case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
      case BigInteger number -> number;
      default -> throw new IllegalArgumentException("not an int: " + Types.name(value));
    };
  }

  /// True when `value` is an int that a Long holds.
  static boolean isSmall(@Nullable Object value) {
    return value instanceof Long || value instanceof Boolean || value instanceof Integer;
  }

  static long small(Object value) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number;
      case Boolean flag -> flag ? 1 : 0;
      default -> throw new IllegalArgumentException("not a small int: " + Types.name(value));
    };
  }

  /// `float(value)` of a number.
  ///
  /// @throws PythonException OVERFLOW for ints beyond a double
  public static double toDouble(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    double number = value instanceof BigInteger big ? big.doubleValue() : small(value);
    if (Double.isInfinite(number)) {
      throw PythonException.overflow("int too large to convert to float");
    }
    return number;
  }

  /// `int(value)` of a float: cut toward zero.
  public static Object truncate(double value) {
    if (Double.isNaN(value)) {
      throw PythonException.value("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw PythonException.overflow("cannot convert float infinity to integer");
    }
    if (Math.abs(value) < 9.2e18) {
      return (long) value;
    }
    return normal(new BigDecimal(value).toBigInteger());
  }

  /// An index or count: an int, cut to the range of a Java int.
  ///
  /// @throws PythonException TYPE when `value` is no int
  public static int index(@Nullable Object value) {
    if (value == null || !isInt(value)) {
      throw value instanceof Undefined undefined
          ? undefined.failure()
          : PythonException.type(
              "'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    if (value instanceof BigInteger big) {
      return big.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
    return Math.clamp(small(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /// `left / right` of ints, rounded once.
  static double trueDivide(Object left, Object right) {
    if (isSmall(left) && isSmall(right)) {
      long a = small(left);
      long b = small(right);
      if (Math.abs(a) <= EXACT_IN_DOUBLE && Math.abs(b) <= EXACT_IN_DOUBLE) {
        return (double) a / (double) b;
      }
    }
    BigDecimal quotient =
        new BigDecimal(big(left))
            .divide(new BigDecimal(big(right)), new MathContext(60, RoundingMode.HALF_EVEN));
    double result = quotient.doubleValue();
    if (Double.isInfinite(result)) {
      throw PythonException.overflow("integer division result too large for a float");
    }
    return result;
  }

  static BigInteger floorDivide(BigInteger left, BigInteger right) {
    BigInteger[] parts = left.divideAndRemainder(right);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != right.signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  static BigInteger floorModulo(BigInteger left, BigInteger right) {
    BigInteger remainder = left.remainder(right);
    boolean foreign = remainder.signum() != 0 && remainder.signum() != right.signum();
    return foreign ? remainder.add(right) : remainder;
  }

  /// Compares two numbers by their exact values; neither may be not-a-number.
  static int compare(Object left, Object right) {
    if (isSmall(left) && isSmall(right)) {
      return Long.compare(small(left), small(right));
    }
    if (left instanceof Double a && right instanceof Double b) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    if (left instanceof Double a && Double.isInfinite(a)) {
      return a > 0 ? 1 : -1;
    }
    if (right instanceof Double b && Double.isInfinite(b)) {
      return b > 0 ? -1 : 1;
    }
    return exact(left).compareTo(exact(right));
  }

  private static BigDecimal exact(Object value) {
    return value instanceof Double number ? new BigDecimal(number) : new BigDecimal(big(value));
  }

  static boolean fitsLong(BigInteger value) {
    return value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
  }

  static boolean isNan(@Nullable Object value) {
    return value instanceof Double number && Double.isNaN(number);
  }
}
