package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void numbersOfAnyFormAreComparedAsTheirExactValues() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = number(random);
      BigDecimal bound = new BigDecimal(random.nextInt(8) == 0 ? text : number(random));
      assertThat(Integer.signum(compare(text, bound)))
          .as("%s and %s", text, bound)
          .isEqualTo(new BigDecimal(text).compareTo(bound));
    }
  }

  private static String number(Random random) {
    BigInteger digits = new BigInteger(random.nextInt(1, 80), random);
    BigDecimal number = new BigDecimal(digits, random.nextInt(0, 12));
    String text = random.nextBoolean() ? number.toPlainString() : shortened(number);
    return random.nextBoolean() ? text : "-" + text;
  }

  private static String shortened(BigDecimal number) {
    return number.stripTrailingZeros().toString();
  }

  private static int compare(String text, BigDecimal bound) {
    byte[] page = ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
    return Numbers.compare(page, 1, page.length - 1, Bound.of(bound));
  }
}
