package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledMappingTest {
  private static final int ROWS = 20_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
  void takesAboutItsShare(double share) {
    assertThat(taken(share, List.of(List.of("id")), 0).written() / (double) ROWS)
        .isBetween(share * 0.8, share * 1.2);
    assertThat(taken(share, List.of(), 0).written() / (double) ROWS)
        .isBetween(share * 0.8, share * 1.2);
  }

  @Test
  void takesTheSameKeysWhateverElseHasChanged() {
    List<List<String>> key = List.of(List.of("id"));
    assertThat(ids(taken(0.3, key, 0))).isEqualTo(ids(taken(0.3, key, 7)));
  }

  private static List<String> ids(Mapped mapped) {
    JsonRows rows = (JsonRows) Objects.requireNonNull(mapped.rows());
    return IntStream.range(0, rows.rows())
        .mapToObj(rows::text)
        .map(row -> row.replaceAll(",.*", ""))
        .toList();
  }

  private static Mapped taken(double share, List<List<String>> key, int version) {
    StringBuilder page = new StringBuilder();
    JsonRows.Builder rows = new JsonRows.Builder();
    for (int id = 0; id < ROWS; id++) {
      int start = page.length();
      page.append("{\"id\":").append(id).append(",\"version\":").append(version).append('}');
      rows.add(start, page.length());
    }
    Slice slice = new Slice(StreamName.of("s"), 0, Map.of(), Map.of(), Map.of());
    JsonRows batch =
        Objects.requireNonNull(
            rows.build(slice, page.toString().getBytes(StandardCharsets.UTF_8), 0));
    SampledMapping sampled = new SampledMapping(StreamMapping.NONE, key, share);
    try (RowMapper mapper = sampled.open()) {
      return mapper.map(batch);
    }
  }
}
