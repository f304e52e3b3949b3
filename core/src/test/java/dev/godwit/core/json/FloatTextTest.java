package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FloatTextTest {
  /// One number a line: the bits in hexadecimal, a space, and what the reference's writer makes of
  /// it.
  private static List<String> table() throws IOException {
    try (InputStream in = FloatTextTest.class.getResourceAsStream("floats.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .toList();
    }
  }

  @Test
  void everyNumberOfTheTableHasTheFormOfTheReference() throws IOException {
    List<String> table = table();
    assertThat(table).hasSizeGreaterThan(500);
    assertThat(table)
        .allSatisfy(line -> {
          double value = Double.longBitsToDouble(Long.parseUnsignedLong(line, 0, 16, 16));
          assertThat(JsonWriter.text(value)).isEqualTo(line.substring(17));
        });
  }

  @Test
  void numbersOfTheTableAreReadBackBitForBit() throws IOException {
    assertThat(table())
        .allSatisfy(line -> {
          Object parsed = JsonParser.STRICT.parse(line.substring(17));
          assertThat(parsed).isInstanceOf(Double.class);
          assertThat(Double.doubleToRawLongBits((Double) Objects.requireNonNull(parsed)))
              .isEqualTo(Long.parseUnsignedLong(line, 0, 16, 16));
        });
  }

  @Test
  void whatIsNoNumberBecomesNull() {
    assertThat(JsonWriter.text(List.of(Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0)))
        .isEqualTo("[null,null,null]");
  }
}
