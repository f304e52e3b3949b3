package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Landing;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Modes whose rows act on rows that are there.
class ChangingModesTest {
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "name": {"type": "string"}, "size": {"type": "integer"}}\
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve("shop.duckdb");
    Loading.load(
        file,
        Loading.items(WriteMode.APPEND_DEDUP, PROPERTIES),
        "{\"id\":1,\"name\":\"a\",\"size\":1}",
        "{\"id\":2,\"name\":\"b\",\"size\":2}");
  }

  private Landing load(WriteMode mode, String... rows) {
    try (Loading loading = new Loading(file, Loading.items(mode, PROPERTIES))) {
      loading.append(0, rows);
      return loading.land(Extent.COMPLETE, 0);
    }
  }

  private List<List<@Nullable Object>> rows(String columns) {
    return Loading.query(file, "select " + columns + " from items order by id");
  }

  @Test
  void anUpdateChangesFieldsAndAddsNoRows() {
    Landing landing =
        load(
            WriteMode.UPDATE,
            "{\"id\":1,\"name\":\"x\"}",
            "{\"id\":2,\"size\":5}",
            "{\"id\":2,\"size\":6}",
            "{\"id\":9,\"name\":\"nobody\"}");
    assertThat(landing).isEqualTo(Landing.of(4, 1));
    assertThat(rows("id, name, size")).containsExactly(List.of(1L, "x", 1L), List.of(2L, "b", 6L));
  }

  @Test
  void aSoftDeleteMarksRowsAndRemovesNone() {
    Landing landing = load(WriteMode.SOFT_DELETE, "{\"id\":1}", "{\"id\":9}");
    assertThat(landing).isEqualTo(Landing.of(2, 1));
    assertThat(rows("id, name, _godwit_deleted_at is not null"))
        .containsExactly(List.of(1L, "a", true), List.of(2L, "b", false));
  }

  @Test
  void aRowThatComesBackIsNoLongerDeleted() {
    load(WriteMode.SOFT_DELETE, "{\"id\":1}");
    load(WriteMode.APPEND_DEDUP, "{\"id\":1,\"name\":\"again\"}");
    assertThat(rows("id, name, _godwit_deleted_at is not null"))
        .containsExactly(List.of(1L, "again", false), List.of(2L, "b", false));
  }
}
