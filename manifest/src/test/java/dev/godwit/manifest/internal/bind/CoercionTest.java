package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoercionTest {
  @Test
  void numbersAndBooleansBecomeTextAsPythonPrintsThem() {
    assertThat(Coercion.text(true)).isEqualTo("True");
    assertThat(Coercion.text(1.0)).isEqualTo("1.0");
    assertThat(Coercion.text(7L)).isEqualTo("7");
    assertThat(Coercion.text(null)).isNull();
    assertThat(Coercion.text(List.of())).isNull();
  }

  @Test
  void wholeNumbersComeFromDigitsBooleansAndFractions() {
    assertThat(Coercion.whole(" +1_000 ")).isEqualTo(1000L);
    assertThat(Coercion.whole("-3")).isEqualTo(-3L);
    assertThat(Coercion.whole(2.9)).isEqualTo(2L);
    assertThat(Coercion.whole(-2.9)).isEqualTo(-2L);
    assertThat(Coercion.whole(true)).isEqualTo(1L);
    assertThat(Coercion.whole("2.0")).isNull();
    assertThat(Coercion.whole("")).isNull();
    assertThat(Coercion.whole(Double.NaN)).isNull();
    assertThat(Coercion.whole(new BigInteger("9223372036854775808"))).isNull();
  }

  @Test
  void fractionsComeFromNumbersDigitsAndBooleans() {
    assertThat(Coercion.real("1e3")).isEqualTo(1000.0);
    assertThat(Coercion.real(".5")).isEqualTo(0.5);
    assertThat(Coercion.real(2L)).isEqualTo(2.0);
    assertThat(Coercion.real(false)).isEqualTo(0.0);
    assertThat(Coercion.real("1.5.2")).isNull();
    assertThat(Coercion.real("0x10")).isNull();
  }

  @Test
  void booleansComeFromWordsInAnyCaseAndFromOneAndZero() {
    assertThat(Coercion.bool("YES")).isEqualTo(true);
    assertThat(Coercion.bool("t")).isEqualTo(true);
    assertThat(Coercion.bool(1L)).isEqualTo(true);
    assertThat(Coercion.bool(0.0)).isEqualTo(false);
    assertThat(Coercion.bool("Off")).isEqualTo(false);
    assertThat(Coercion.bool("maybe")).isNull();
    assertThat(Coercion.bool(2L)).isNull();
  }
}
