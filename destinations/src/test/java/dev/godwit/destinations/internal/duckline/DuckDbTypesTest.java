package dev.godwit.destinations.internal.duckline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.schema.FieldType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuckDbTypesTest {
  @ParameterizedTest
  @EnumSource(FieldType.class)
  void typesAreKnownByTheNameThatDuckDbGivesThem(FieldType type) {
    assertThat(DuckDbTypes.of(DuckDbTypes.name(type))).isEqualTo(type);
  }
}
