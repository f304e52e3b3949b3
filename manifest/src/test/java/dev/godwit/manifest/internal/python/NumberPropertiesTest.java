package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class NumberPropertiesTest {
  private static Object apply(Arithmetic.Operator operator, Object left, Object right) {
    return Objects.requireNonNull(Arithmetic.apply(operator, left, right));
  }

  @Property
  void theTextOfAFloatReadsBackAsTheSameFloat(@ForAll long bits) {
    double number = Double.longBitsToDouble(bits);
    Assume.that(!Double.isNaN(number));
    assertThat(NumberText.parseFloat(FloatText.repr(number))).isEqualTo(number);
  }

  @Property
  void noShorterTextReadsBackAsTheSameFloat(@ForAll long bits) {
    double number = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(number) && number != 0);
    BigDecimal digits = new BigDecimal(FloatText.repr(number)).stripTrailingZeros();
    Assume.that(digits.precision() > 1);
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(1 - digits.scale());
    BigDecimal[] parts = digits.divideAndRemainder(unit);
    assertThat(parts[0].multiply(unit).doubleValue()).isNotEqualTo(number);
    BigDecimal away = parts[0].add(BigDecimal.valueOf(digits.signum()));
    assertThat(away.multiply(unit).doubleValue()).isNotEqualTo(number);
  }

  @Property
  void quotientAndRemainderGiveTheDividendBack(
      @ForAll BigInteger dividend, @ForAll BigInteger divisor) {
    Assume.that(divisor.signum() != 0);
    Object left = Numbers.normal(dividend);
    Object right = Numbers.normal(divisor);
    Object quotient = apply(Arithmetic.Operator.FLOOR_DIVIDE, left, right);
    Object remainder = apply(Arithmetic.Operator.MODULO, left, right);
    Object product = apply(Arithmetic.Operator.MULTIPLY, quotient, right);
    assertThat(apply(Arithmetic.Operator.ADD, product, remainder)).isEqualTo(left);
  }

  @Property
  void theRemainderHasTheDivisorsSignAndIsSmaller(
      @ForAll BigInteger dividend, @ForAll BigInteger divisor) {
    Assume.that(divisor.signum() != 0);
    BigInteger remainder =
        Numbers.big(
            apply(Arithmetic.Operator.MODULO, Numbers.normal(dividend), Numbers.normal(divisor)));
    assertThat(remainder.abs()).isLessThan(divisor.abs());
    assertThat(remainder.signum()).isIn(0, divisor.signum());
  }

  @Property
  void sumsOfIntsAreExactAndSmallWherePossible(@ForAll long left, @ForAll long right) {
    BigInteger exact = BigInteger.valueOf(left).add(BigInteger.valueOf(right));
    Object sum = apply(Arithmetic.Operator.ADD, left, right);
    assertThat(Numbers.big(sum)).isEqualTo(exact);
    assertThat(sum instanceof Long).isEqualTo(exact.bitLength() < 64);
  }

  @Property
  void intsAndFloatsCompareByTheirExactValues(@ForAll long left, @ForAll double right) {
    boolean less = Ordering.test(Ordering.Operator.LESS, left, right);
    assertThat(less).isEqualTo(BigDecimal.valueOf(left).compareTo(new BigDecimal(right)) < 0);
  }

  @Property
  void intsReadBackFromAnyBase(@ForAll long number, @ForAll @IntRange(min = 2, max = 36) int base) {
    assertThat(NumberText.parseInt(Long.toString(number, base), base)).isEqualTo(number);
  }

  @Property
  void equalKeysHaveEqualCanonicalForms(@ForAll @IntRange(min = -9, max = 9) int number) {
    long whole = number;
    double real = number;
    assertThat(Keys.canonical(whole)).isEqualTo(Keys.canonical(real));
    assertThat(Equality.equal(whole, real)).isTrue();
  }
}
