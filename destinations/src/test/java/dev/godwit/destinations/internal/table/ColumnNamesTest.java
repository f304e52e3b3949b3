package dev.godwit.destinations.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  @Test
  void namesThatDifferInCaseGetASuffixWhateverTheirOrder() {
    Map<String, String> names =
        ColumnNames.of(List.of("ID", "id", "Id", "x"), List.of("X", "y"), UnaryOperator.identity());
    assertThat(names.get("id")).isEqualTo("id");
    assertThat(names.get("ID")).isEqualTo("ID_11d3633a");
    assertThat(names.get("x")).startsWith("x_");
    assertThat(new ArrayList<>(names.keySet())).containsExactly("ID", "id", "Id", "x");
    assertThat(names.values().stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
        .doesNotHaveDuplicates();
    assertThat(
            ColumnNames.of(
                List.of("x", "Id", "id", "ID"), List.of("X", "y"), UnaryOperator.identity()))
        .isEqualTo(names);
  }

  @Test
  void aSuffixThatIsTakenGetsAnother() {
    Map<String, String> names =
        ColumnNames.of(List.of("id", "ID", "id_11d3633a"), List.of(), UnaryOperator.identity());
    assertThat(names.get("id_11d3633a")).isEqualTo("id_11d3633a");
    assertThat(names.get("ID")).matches("ID_11d3633a_[0-9a-f]{8}");
    assertThat(
            ColumnNames.of(List.of("ID", "id_11d3633a", "id"), List.of(), UnaryOperator.identity()))
        .isEqualTo(names);
  }

  @Test
  void emptyNamesGetOne() {
    assertThat(ColumnNames.of(List.of("", "\0"), List.of(), UnaryOperator.identity()).values())
        .allMatch(name -> name.matches("_[0-9a-f]{8}"))
        .doesNotHaveDuplicates();
  }
}
