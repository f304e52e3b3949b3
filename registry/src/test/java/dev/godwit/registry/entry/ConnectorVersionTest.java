package dev.godwit.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorVersionTest {
  @Test
  void candidatesComeBeforeReleasesAndNumbersCountAsNumbers() {
    List<ConnectorVersion> inOrder =
        Stream.of(
                "0.3.9",
                "0.3.10",
                "0.10.0",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-rc.2",
                "1.0.0-rc.10",
                "1.0.0",
                "1.0.0.1",
                "1.0.1",
                "99999999999999999999.0.0",
                "dev")
            .map(ConnectorVersion::new)
            .toList();
    List<ConnectorVersion> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(3));

    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(inOrder);
  }

  @ParameterizedTest
  @CsvSource({"1.2.3,1", "0.3,0", "12-rc.1,12", "dev,-1", "99999999999999999999.1,-1"})
  void theMajorVersionIsTheFirstNumber(String version, int major) {
    assertThat(new ConnectorVersion(version).major()).isEqualTo(major);
  }
}
