package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// States of older connectors.
class MigrationsTest {
  private static final StateMigration LEGACY = new LegacyPartitions("id", "at");

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> state(String json) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(JsonParser.STRICT.parse(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"7\":{\"at\":\"x\"}} |"
            + " {\"states\":[{\"partition\":{\"id\":\"7\"},\"cursor\":{\"at\":\"x\"}}]}",
        "{\"a\":{\"at\":1},\"b\":{\"at\":null}} |"
            + " {\"states\":[{\"partition\":{\"id\":\"a\"},\"cursor\":{\"at\":1}},{\"partition\":{\"id\":\"b\"},\"cursor\":{\"at\":null}}]}",
      })
  void aCursorUnderEachKeyBecomesAListOfPartitions(String old, String expected) {
    assertThat(LEGACY.migrate(state(old))).isEqualTo(state(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"states\":{\"at\":1}}",
        "{\"at\":\"2024-03-01\"}",
        "{\"7\":{\"other\":1}}",
        "{\"7\":{\"at\":1,\"more\":2}}",
        "{\"7\":{\"at\":1},\"8\":{}}",
      })
  void otherStatesAreLeftAlone(String state) {
    assertThat(LEGACY.migrate(state(state))).isEqualTo(state(state));
  }
}
