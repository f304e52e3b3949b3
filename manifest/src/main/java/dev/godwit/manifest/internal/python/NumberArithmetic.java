package dev.godwit.manifest.internal.python;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.math.BigInteger;

/// Arithmetic of ints, bools and floats.
final class NumberArithmetic {
  private static final long MAX_BITS = 65_536;

  private NumberArithmetic() {}

  static Object apply(Arithmetic.Operator operator, Object left, Object right) {
    if (left instanceof Double || right instanceof Double) {
      return floats(operator, Numbers.toDouble(left), Numbers.toDouble(right));
    }
    return ints(operator, left, right);
  }

  private static Object ints(Arithmetic.Operator operator, Object left, Object right) {
    boolean small = Numbers.isSmall(left) && Numbers.isSmall(right);
    return switch (operator) {
      case ADD ->
          small ? add(Numbers.small(left), Numbers.small(right)) : bigs(operator, left, right);
      case SUBTRACT ->
          small ? subtract(Numbers.small(left), Numbers.small(right)) : bigs(operator, left, right);
      case MULTIPLY -> bigs(operator, left, right);
      case DIVIDE -> {
        checkDivisor(right, "division by zero");
        yield Numbers.trueDivide(left, right);
      }
      case FLOOR_DIVIDE, MODULO -> {
        checkDivisor(right, "integer division or modulo by zero");
        yield bigs(operator, left, right);
      }
      case POWER -> power(left, right);
    };
  }

  private static Object add(long left, long right) {
    long sum = left + right;
    boolean overflow = ((left ^ sum) & (right ^ sum)) < 0;
    return overflow ? BigInteger.valueOf(left).add(BigInteger.valueOf(right)) : (Object) sum;
  }

  private static Object subtract(long left, long right) {
    long difference = left - right;
    boolean overflow = ((left ^ right) & (left ^ difference)) < 0;
    return overflow
        ? BigInteger.valueOf(left).subtract(BigInteger.valueOf(right))
        : (Object) difference;
  }

  private static Object bigs(Arithmetic.Operator operator, Object left, Object right) {
    BigInteger a = Numbers.big(left);
    BigInteger b = Numbers.big(right);
    BigInteger result =
        switch (operator) {
          case ADD -> a.add(b);
          case SUBTRACT -> a.subtract(b);
          case MULTIPLY -> {
            checkBits((long) a.bitLength() + b.bitLength());
            yield a.multiply(b);
          }
          case FLOOR_DIVIDE -> Numbers.floorDivide(a, b);
          case MODULO -> Numbers.floorModulo(a, b);
          case DIVIDE, POWER -> throw new IllegalArgumentException("not a ring operation");
        };
    return Numbers.normal(result);
  }

  private static Object power(Object base, Object exponent) {
    BigInteger a = Numbers.big(base);
    BigInteger b = Numbers.big(exponent);
    if (b.signum() < 0) {
      return floatPower(Numbers.toDouble(base), Numbers.toDouble(exponent));
    }
    if (a.bitLength() > 1) {
      checkBits(b.bitLength() > 31 ? Long.MAX_VALUE : a.bitLength() * b.longValue());
    } else if (b.bitLength() > 31) {
      return a.signum() >= 0 || !b.testBit(0) ? Numbers.normal(a.abs()) : Numbers.normal(a);
    }
    return Numbers.normal(a.pow(b.intValue()));
  }

  private static void checkBits(long bits) {
    if (bits > MAX_BITS) {
      throw PythonException.overflow("integer too large for a template");
    }
  }

  private static Object floats(Arithmetic.Operator operator, double left, double right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> {
        checkDivisor(right, "float division by zero");
        yield left / right;
      }
      case FLOOR_DIVIDE -> {
        checkDivisor(right, "float floor division by zero");
        yield floorDivide(left, right);
      }
      case MODULO -> {
        checkDivisor(right, "float modulo");
        yield modulo(left, right);
      }
      case POWER -> floatPower(left, right);
    };
  }

  private static double modulo(double left, double right) {
    double remainder = left % right;
    if (remainder != 0) {
      return (right < 0) == (remainder < 0) ? remainder : remainder + right;
    }
    return Math.copySign(0.0, right);
  }

  static double floorDivide(double left, double right) {
    double remainder = left % right;
    double quotient = (left - remainder) / right;
    if (remainder != 0 && (right < 0) != (remainder < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static double floatPower(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new PythonException(Kind.ZERO_DIVISION, "0.0 cannot be raised to a negative power");
    }
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw PythonException.value("complex numbers are not supported");
    }
    double result = base == 1 ? 1 : Math.pow(base, exponent);
    if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
      throw PythonException.overflow("Numerical result out of range");
    }
    return result;
  }

  private static void checkDivisor(Object divisor, String message) {
    boolean zero =
        divisor instanceof Double number ? number == 0 : Numbers.big(divisor).signum() == 0;
    if (zero) {
      throw new PythonException(Kind.ZERO_DIVISION, message);
    }
  }
}
