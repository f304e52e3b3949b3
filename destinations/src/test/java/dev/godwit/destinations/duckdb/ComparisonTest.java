package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Comparison;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final StreamName ITEMS = StreamName.of("items");
  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "name": {"type": "string"}}\
      """;

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static ConfiguredStream items(WriteMode mode) {
    return Loading.items(mode, PROPERTIES);
  }

  private static String item(int id, String name) {
    return "{\"id\":%d,\"name\":\"%s\"}".formatted(id, name);
  }

  private Comparison compare(WriteMode mode, List<String> rows) {
    return compare(items(mode), rows);
  }

  private Comparison compare(ConfiguredStream stream, List<String> rows) {
    List<Comparison> found = new ArrayList<>();
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        StreamWriter writer =
            destination.compare(
                new StreamPlan(stream, Generation.replacing(1), null), found::add)) {
      Slice slice = new Slice(ITEMS, 0, Map.of(), Map.of(), Map.of());
      JsonRows batch = Objects.requireNonNull(Loading.batch(slice, rows));
      writer.append(batch);
      writer.commit(
          new Checkpoint(
              ITEMS, null, List.of(slice), rows.size(), Extent.PARTIAL, ShrinkPolicy.USUAL));
      writer.commit(new Checkpoint(ITEMS, null, List.of(), 0, Extent.COMPLETE, ShrinkPolicy.USUAL));
    }
    return found.getFirst();
  }

  @Test
  void equalRowsAgree() {
    Loading.load(file, items(WriteMode.APPEND_DEDUP), item(1, "a"), item(2, "b"));
    assertThat(compare(WriteMode.APPEND_DEDUP, List.of(item(2, "b"), item(1, "a"))))
        .isEqualTo(new Comparison(ITEMS, 2, 2, 0, 0, 0, List.of()));
  }

  @Test
  void differencesAreToldWithTheKeysBetweenWhichTheyLie() {
    String[] rows = IntStream.range(0, 320).mapToObj(id -> item(id, "n")).toArray(String[]::new);
    Loading.load(file, items(WriteMode.APPEND_DEDUP), rows);
    List<String> source = new ArrayList<>(List.of(rows));
    source.set(5, item(5, "other"));
    source.remove(300);
    source.add(item(1000, "new"));
    Comparison comparison = compare(WriteMode.APPEND_DEDUP, source);
    assertThat(comparison)
        .usingRecursiveComparison()
        .ignoringFields("ranges")
        .isEqualTo(new Comparison(ITEMS, 320, 320, 1, 1, 1, List.of()));
    assertThat(comparison.ranges()).hasSize(3);
    assertThat(comparison.ranges().getFirst())
        .satisfies(range -> {
          assertThat(range.from()).isEqualTo("0");
          assertThat(range.different()).isEqualTo(1);
          assertThat(range.sourceRows()).isEqualTo(range.destinationRows());
        });
    assertThat(comparison.ranges().getLast().to()).isEqualTo("1000");
  }

  @Test
  void withoutAKeyRowsAreCounted() {
    Loading.load(file, items(WriteMode.APPEND), item(1, "a"), item(1, "a"), item(2, "b"));
    assertThat(compare(WriteMode.APPEND, List.of(item(1, "a"), item(3, "c"), item(3, "c"))))
        .isEqualTo(new Comparison(ITEMS, 3, 3, 2, 2, 0, List.of()));
  }

  @Test
  void endedVersionsAndDeletedRowsDoNotCount() {
    Loading.load(file, items(WriteMode.HISTORY), item(1, "a"));
    Loading.load(file, items(WriteMode.HISTORY), item(1, "b"));
    assertThat(compare(WriteMode.HISTORY, List.of(item(1, "b"))).agrees()).isTrue();
    assertThat(compare(WriteMode.HISTORY, List.of(item(1, "a"))).different()).isEqualTo(1);
  }

  @Test
  void aTableThatNeedsMoreMemoryThanUsualIsCompared() {
    int columns = 2000;
    String properties =
        IntStream.range(0, columns)
            .mapToObj("\"c%d\":{\"type\":\"integer\"}"::formatted)
            .collect(Collectors.joining(",", "{\"id\":{\"type\":\"integer\"},", "}"));
    String row =
        IntStream.range(0, columns)
            .mapToObj(i -> "\"c%d\":%d".formatted(i, i))
            .collect(Collectors.joining(",", "{\"id\":1,", "}"));
    ConfiguredStream wide = Loading.items(WriteMode.APPEND_DEDUP, properties);
    Loading.load(file, wide, row);
    assertThat(compare(wide, List.of(row)).agrees()).isTrue();
  }

  @Test
  void nothingIsChanged() {
    Loading.load(file, items(WriteMode.APPEND_DEDUP), item(1, "a"));
    compare(WriteMode.APPEND_DEDUP, List.of(item(1, "b"), item(2, "c")));
    assertThat(Loading.query(file, "select id, name from items")).containsExactly(List.of(1L, "a"));
    assertThat(Loading.query(file, "select table_name from duckdb_tables() order by all"))
        .containsExactly(List.of("_godwit_state"), List.of("items"));
  }

  @Test
  void aStreamThatWasNeverSyncedIsMissing() {
    Loading.load(
        file,
        Loading.stream(StreamName.of("other"), WriteMode.APPEND, "{}", List.of(), List.of()),
        "{}");
    assertThat(compare(WriteMode.APPEND_DEDUP, List.of(item(1, "b"))))
        .extracting(Comparison::destinationRows, Comparison::missing)
        .containsExactly(0L, 1L);
  }

  @Test
  void aFileThatIsNotThereIsNotMade() {
    assertThatThrownBy(() -> compare(WriteMode.APPEND_DEDUP, List.of(item(1, "b"))))
        .isInstanceOf(GodwitException.class);
    assertThat(file).doesNotExist();
  }
}
