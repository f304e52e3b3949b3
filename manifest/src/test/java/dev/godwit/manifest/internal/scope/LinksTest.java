package dev.godwit.manifest.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Recorded;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
  static List<List<@Nullable Object>> headers() {
    return Recorded.table(LinksTest.class, "links.json", "links");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void linkHeadersAreReadAsTheReferenceReadsThem(List<@Nullable Object> header) {
    assertThat(Links.parse(Objects.requireNonNull(header.getFirst()).toString()))
        .isEqualTo(header.getLast());
  }

  @Test
  void withoutAHeaderThereAreNoLinks() {
    assertThat(Links.parse(null)).isEmpty();
  }
}
