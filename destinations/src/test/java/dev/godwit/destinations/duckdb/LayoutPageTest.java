package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.duckline.DuckDbTypes;
import dev.godwit.destinations.internal.duckline.TypeText;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page that tells users which types their columns have.
class LayoutPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\{.*})` \\| `(.*)` \\|$", Pattern.MULTILINE);

  /// Rows of the table: a property's schema, and its column.
  private static Stream<String[]> rows() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/duckdb-layout.md"));
    return ROW.matcher(page).results().map(row -> new String[] {row.group(1), row.group(2)});
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsTrue(String schema, String column) {
    ValueType named = TypeText.parse(column);
    assertThat(named).isNotNull();
    TableShape shape =
        TableShape.of(
            Loading.items(WriteMode.APPEND, "{\"x\": " + schema + "}")
                .with(named.isNested() ? Nested.STRUCT : Nested.JSON),
            UnaryOperator.identity(),
            List.of(),
            true);
    assertThat(shape.column("x")).extracting(Column::value).isEqualTo(named);
  }

  @Test
  void everyTypeHasARow() throws IOException {
    Set<FieldType> named =
        rows()
            .map(row -> DuckDbTypes.of(row[1]))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FieldType.class)));
    assertThat(named).isEqualTo(EnumSet.allOf(FieldType.class));
  }
}
