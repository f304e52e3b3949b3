package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Comparison;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresComparisonTest {
  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"tags\": {\"type\":\"object\"}}", "id");

  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  private static String item(int id, String tag) {
    return "{\"id\":%d,\"tags\":{\"a\":\"%s\"}}".formatted(id, tag);
  }

  private Comparison compare(WriteMode mode, List<String> rows) {
    ConfiguredStream stream =
        new ConfiguredStream(ITEMS, SyncMode.FULL_REFRESH, mode, List.of(), ITEMS.primaryKey());
    List<Comparison> found = new ArrayList<>();
    try (Destination destination = Syncs.open(database);
        StreamWriter writer =
            destination.compare(
                new StreamPlan(stream, Generation.replacing(1), null), found::add)) {
      Slice slice = new Slice(ITEMS.name(), 0, Map.of(), Map.of(), Map.of());
      writer.append(batch(slice, rows));
      writer.commit(
          new Checkpoint(
              ITEMS.name(),
              null,
              List.of(slice),
              rows.size(),
              Extent.COMPLETE,
              ShrinkPolicy.USUAL));
    }
    return found.getFirst();
  }

  private static JsonRows batch(Slice slice, List<String> rows) {
    byte[] page = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    JsonRows.Builder builder = new JsonRows.Builder();
    int at = 0;
    for (String row : rows) {
      builder.add(at, at + row.length());
      at += row.length() + 1;
    }
    return Objects.requireNonNull(builder.build(slice, page, 0));
  }

  @Test
  void equalRowsAgree() {
    Syncs.landed(database, WriteMode.APPEND_DEDUP, 1, ITEMS, item(1, "a"), item(2, "b"));
    assertThat(compare(WriteMode.APPEND_DEDUP, List.of(item(2, "b"), item(1, "a"))))
        .isEqualTo(new Comparison(ITEMS.name(), 2, 2, 0, 0, 0, List.of()));
  }

  @Test
  void differencesAreToldWithTheKeysBetweenWhichTheyLie() {
    String[] rows = IntStream.range(0, 320).mapToObj(id -> item(id, "n")).toArray(String[]::new);
    Syncs.landed(database, WriteMode.APPEND_DEDUP, 1, ITEMS, rows);
    List<String> source = new ArrayList<>(List.of(rows));
    source.set(5, item(5, "other"));
    source.remove(300);
    source.add(item(1000, "new"));
    Comparison comparison = compare(WriteMode.APPEND_DEDUP, source);
    assertThat(comparison.missing()).isEqualTo(1);
    assertThat(comparison.extra()).isEqualTo(1);
    assertThat(comparison.different()).isEqualTo(1);
    assertThat(comparison.ranges()).hasSize(3);
    assertThat(comparison.ranges().getFirst().from()).isEqualTo("0");
  }

  @Test
  void withoutAKeyRowsAreCounted() {
    Syncs.landed(database, WriteMode.APPEND, 1, ITEMS, item(1, "a"), item(1, "a"), item(2, "b"));
    assertThat(compare(WriteMode.APPEND, List.of(item(1, "a"), item(3, "c"), item(3, "c"))))
        .isEqualTo(new Comparison(ITEMS.name(), 3, 3, 2, 2, 0, List.of()));
  }

  @Test
  void equalValuesDoNotCancelEachOther() {
    Stream pairs =
        Syncs.items("{\"id\": {\"type\":\"integer\"}, \"tags\": {\"type\":\"integer\"}}");
    Syncs.landed(database, WriteMode.APPEND, 1, pairs, "{\"id\":1,\"tags\":1}");
    assertThat(compare(WriteMode.APPEND, List.of("{\"id\":2,\"tags\":2}")).missing()).isEqualTo(1);
  }

  @Test
  void onlyCurrentVersionsCount() {
    Syncs.landed(database, WriteMode.HISTORY, 1, ITEMS, item(1, "a"));
    Syncs.landed(database, WriteMode.HISTORY, 2, ITEMS, item(1, "b"));
    assertThat(compare(WriteMode.HISTORY, List.of(item(1, "b"))))
        .isEqualTo(new Comparison(ITEMS.name(), 1, 1, 0, 0, 0, List.of()));
  }
}
