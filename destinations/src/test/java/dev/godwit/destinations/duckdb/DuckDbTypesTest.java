package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.destinations.internal.table.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuckDbTypesTest {
  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void typesAreKnownByTheNameThatDuckDbGivesThem(ColumnType type) {
    assertThat(DuckDbTypes.of(DuckDbTypes.name(type))).isEqualTo(type);
  }
}
