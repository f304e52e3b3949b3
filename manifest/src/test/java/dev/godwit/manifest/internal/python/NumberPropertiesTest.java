package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class NumberPropertiesTest {
  private static Object apply(Arithmetic.Operator operator, Object left, Object right) {
    return Objects.requireNonNull(Arithmetic.apply(operator, left, right));
  }

  @Test
  void theTextOfAFloatReadsBackAsTheSameFloat() {
    Trial.run(trial -> {
      long bits = trial.bits();
      double number = Double.longBitsToDouble(bits);
      if (Double.isNaN(number)) {
        return;
      }
      assertThat(NumberText.parseFloat(FloatText.repr(number))).isEqualTo(number);
    });
  }

  @Test
  void noShorterTextReadsBackAsTheSameFloat() {
    Trial.run(trial -> {
      long bits = trial.bits();
      double number = Double.longBitsToDouble(bits);
      if (!Double.isFinite(number) || number == 0) {
        return;
      }
      BigDecimal digits = new BigDecimal(FloatText.repr(number)).stripTrailingZeros();
      if (digits.precision() <= 1) {
        return;
      }
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(1 - digits.scale());
      BigDecimal[] parts = digits.divideAndRemainder(unit);
      assertThat(parts[0].multiply(unit).doubleValue()).isNotEqualTo(number);
      BigDecimal away = parts[0].add(BigDecimal.valueOf(digits.signum()));
      assertThat(away.multiply(unit).doubleValue()).isNotEqualTo(number);
    });
  }

  @Test
  void quotientAndRemainderGiveTheDividendBack() {
    Trial.run(trial -> {
      BigInteger dividend = trial.big();
      BigInteger divisor = trial.big();
      if (divisor.signum() == 0) {
        return;
      }
      Object left = Numbers.normal(dividend);
      Object right = Numbers.normal(divisor);
      Object quotient = apply(Arithmetic.Operator.FLOOR_DIVIDE, left, right);
      Object remainder = apply(Arithmetic.Operator.MODULO, left, right);
      Object product = apply(Arithmetic.Operator.MULTIPLY, quotient, right);
      assertThat(apply(Arithmetic.Operator.ADD, product, remainder)).isEqualTo(left);
    });
  }

  @Test
  void theRemainderHasTheDivisorsSignAndIsSmaller() {
    Trial.run(trial -> {
      BigInteger dividend = trial.big();
      BigInteger divisor = trial.big();
      if (divisor.signum() == 0) {
        return;
      }
      BigInteger remainder =
          Numbers.big(
              apply(Arithmetic.Operator.MODULO, Numbers.normal(dividend), Numbers.normal(divisor)));
      assertThat(remainder.abs()).isLessThan(divisor.abs());
      assertThat(remainder.signum()).isIn(0, divisor.signum());
    });
  }

  @Test
  void sumsOfIntsAreExactAndSmallWherePossible() {
    Trial.run(trial -> {
      long left = trial.whole();
      long right = trial.whole();
      BigInteger exact = BigInteger.valueOf(left).add(BigInteger.valueOf(right));
      Object sum = apply(Arithmetic.Operator.ADD, left, right);
      assertThat(Numbers.big(sum)).isEqualTo(exact);
      assertThat(sum instanceof Long).isEqualTo(exact.bitLength() < 64);
    });
  }

  @Test
  void intsAndFloatsCompareByTheirExactValues() {
    Trial.run(trial -> {
      long left = trial.whole();
      double right = trial.real();
      boolean less = Ordering.test(Ordering.Operator.LESS, left, right);
      assertThat(less).isEqualTo(BigDecimal.valueOf(left).compareTo(new BigDecimal(right)) < 0);
    });
  }

  @Test
  void intsReadBackFromAnyBase() {
    Trial.run(trial -> {
      long number = trial.whole();
      int base = trial.between(2, 36);
      assertThat(NumberText.parseInt(Long.toString(number, base), base)).isEqualTo(number);
    });
  }

  @Test
  void equalKeysHaveEqualCanonicalForms() {
    Trial.run(trial -> {
      int number = trial.between(-9, 9);
      long whole = number;
      double real = number;
      assertThat(Keys.canonical(whole)).isEqualTo(Keys.canonical(real));
      assertThat(Equality.equal(whole, real)).isTrue();
    });
  }
}
