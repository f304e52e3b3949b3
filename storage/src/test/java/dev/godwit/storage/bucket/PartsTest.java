package dev.godwit.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
  private static final long MEBIBYTE = 1L << 20;

  @ParameterizedTest
  @CsvSource({"17, 16", "100000, 16", "144000, 16", "144001, 17", "5000000, 556"})
  void partsGrowWithTheFileSoThatThereAreNeverTooMany(long mebibytes, long expected) {
    long size = Parts.size(mebibytes * MEBIBYTE, 16 * MEBIBYTE);

    assertThat(size).isEqualTo(expected * MEBIBYTE);
    assertThat(mebibytes * MEBIBYTE / size).isLessThan(10_000);
  }
}
