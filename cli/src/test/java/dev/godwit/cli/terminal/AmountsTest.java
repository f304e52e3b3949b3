package dev.godwit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @Test
  void groupsDigits() {
    assertThat(Amounts.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void givesOneThingNoPlural() {
    assertThat(Amounts.count(1, "row")).isEqualTo("1 row");
    assertThat(Amounts.count(0, "row")).isEqualTo("0 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9951, 10 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "1234567890, 1.2 GB",
    "9000000000000000, 9000 TB"
  })
  void choosesAUnitForBytes(long bytes, String text) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "1249, 1.2 s",
    "59949, 59.9 s",
    "59950, 1 min 00 s",
    "3599499, 59 min 59 s",
    "3599500, 1 h 00 min"
  })
  void showsTenthsOfShortTimesOnly(long millis, String text) {
    assertThat(Amounts.time(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
