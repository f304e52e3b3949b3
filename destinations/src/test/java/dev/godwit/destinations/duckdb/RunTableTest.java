package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.RowCounts;
import dev.godwit.core.RunEntry;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {
  private static final RunEntry ENTRY =
      new RunEntry(
          "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
          new StreamPlan(
              Loading.items(WriteMode.APPEND_DEDUP, "{\"id\":{}}"), Generation.keeping(3), null),
          Delivery.EXACTLY_ONCE,
          2,
          new RowCounts(16, 1, 2, 4, 9),
          new Traffic(5, 1, 100, 400, Duration.ofMillis(1_500)),
          Duration.ofSeconds(60),
          new StreamState(StreamName.of("items"), Map.of("at", "2024")),
          "http.down",
          "It's down.",
          List.of("look"));

  @TempDir private Path folder;

  private void remember(Path file) {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      destination.remember(List.of(ENTRY));
    }
  }

  @Test
  void everyRunAddsARowAStream() {
    Path file = folder.resolve("shop.duckdb");
    Loading.load(file, Loading.items(WriteMode.APPEND, "{\"id\":{}}"), "{\"id\":1}");
    remember(file);
    remember(file);
    assertThat(Loading.query(file, "select * exclude (run, namespace) from _godwit_runs"))
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo(
            "[items, 2024-06-01T11:59Z, 2024-06-01T12:00Z, http.down, It's down., [look],"
                + " incremental, append-dedup, 3, exactly once, 2, 16, 1, 2, 4, 9, 5, 1, 100, 400,"
                + " 1.5, null, {at=2024}]");
  }

  @Test
  void aTableOfAnEarlierGodwitGetsTheColumnsThatItLacks() throws SQLException {
    Path file = folder.resolve("shop.duckdb");
    Loading.load(file, Loading.items(WriteMode.APPEND, "{\"id\":{}}"), "{\"id\":1}");
    remember(file);
    Loading.execute(file, "alter table _godwit_runs drop column rows_quarantined");
    remember(file);
    assertThat(
            Loading.query(file, "select rows_quarantined from _godwit_runs order by 1 nulls first"))
        .hasToString("[[null], [2]]");
  }

  @Test
  void aRunThatWroteNothingMakesNoFile() {
    Path file = folder.resolve("none.duckdb");
    remember(file);
    assertThat(file).doesNotExist();
  }
}
