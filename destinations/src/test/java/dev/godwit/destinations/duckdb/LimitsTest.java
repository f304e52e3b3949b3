package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.fit.ValueSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables that are very wide, and values that are very large.
class LimitsTest {
  private static final int COLUMNS = 2000;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"APPEND", "OVERWRITE_DEDUP", "APPEND_DEDUP", "HISTORY"})
  void twoThousandColumnsAreFilled(WriteMode mode) {
    String properties =
        IntStream.range(0, COLUMNS)
            .mapToObj(i -> "\"column_%d\":{\"type\":\"integer\"}".formatted(i))
            .collect(Collectors.joining(",", "{\"id\":{\"type\":\"integer\"},", "}"));
    List<String> rows = new ArrayList<>();
    for (int id = 0; id < 20; id++) {
      int row = id;
      rows.add(
          IntStream.range(0, COLUMNS)
              .mapToObj(i -> "\"column_%d\":%d".formatted(i, row * COLUMNS + i))
              .collect(Collectors.joining(",", "{\"id\":" + id + ",", "}")));
    }
    rows.add("{\"id\":20,\"column_1999\":\"misfit\"}");
    Loading.load(file, Loading.items(mode, properties), rows.toArray(String[]::new));
    Loading.load(file, Loading.items(mode, properties), rows.get(19));
    assertThat(Loading.query(file, "select column_0, column_1999 from items where id = 19 limit 1"))
        .containsExactly(List.of(19L * COLUMNS, 19L * COLUMNS + 1999));
    assertThat(
            Loading.query(
                file,
                "select count(*) from duckdb_columns() where table_name = 'items'"
                    + " and column_name like 'column%'"))
        .containsExactly(List.of((long) COLUMNS));
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"APPEND", "OVERWRITE_DEDUP"})
  void largeTextsLandAndLargerOnesAreNulledAndNoted(WriteMode mode) {
    String properties =
        """
        {"id": {"type": "integer"}, "text": {"type": "string"}, "json": {"type": "object"}}\
        """;
    String large = "x".repeat(ValueSize.MOST - 1);
    Loading.load(
        file,
        Loading.items(mode, properties),
        "{\"id\":1,\"text\":\"" + large + "x\"}",
        "{\"id\":2,\"text\":\"" + large + "xx\",\"json\":{\"a\":1}}",
        "{\"id\":3,\"text\":\"small\",\"json\":{\"b\":\"" + large + "x\"}}");
    Map<String, Object> none = Map.of("changes", List.of());
    assertThat(
            Loading.query(
                file,
                "select id, length(text), length(json::varchar), _airbyte_meta from items"
                    + " order by id"))
        .containsExactly(
            Arrays.<@Nullable Object>asList(1L, (long) ValueSize.MOST, null, none),
            Arrays.<@Nullable Object>asList(2L, null, 7L, tooLarge("text")),
            Arrays.<@Nullable Object>asList(3L, 5L, null, tooLarge("json")));
  }

  private static Map<String, Object> tooLarge(String field) {
    return Map.of(
        "changes",
        List.of(
            Map.of(
                "field",
                field,
                "change",
                "NULLED",
                "reason",
                "DESTINATION_FIELD_SIZE_LIMITATION")));
  }
}
