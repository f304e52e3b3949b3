package dev.godwit.protocol.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitTest {
  @ParameterizedTest
  @CsvSource({
    "0, ended well",
    "1, ended with exit code 1",
    "127, not found",
    "137, too little memory",
    "143, SIGTERM",
    "159, signal 31",
    "255, exit code 255",
    "-1, exit code -1"
  })
  void exitCodesAreToldInWords(int code, String words) {
    assertThat(new Exit(code).words()).contains(words);
  }

  @Test
  void onlyZeroIsWell() {
    assertThat(new Exit(0).ok()).isTrue();
    assertThat(new Exit(137).ok()).isFalse();
  }
}
