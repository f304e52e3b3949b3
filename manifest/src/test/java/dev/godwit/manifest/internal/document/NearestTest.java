package dev.godwit.manifest.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> WORDS = List.of("PageIncrement", "OffsetIncrement", "id");

  @Test
  void aMisspeltWordIsRecognised() {
    assertThat(Nearest.of("PageIncremnt", WORDS)).isEqualTo("PageIncrement");
    assertThat(Nearest.of("offsetincrement", WORDS)).isEqualTo("OffsetIncrement");
  }

  @Test
  void aDifferentWordIsNot() {
    assertThat(Nearest.of("CursorPagination", WORDS)).isNull();
    assertThat(Nearest.of("to", WORDS)).isNull();
  }
}
