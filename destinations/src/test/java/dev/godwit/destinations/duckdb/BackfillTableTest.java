package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTableTest {
  private static final StreamName ITEMS = StreamName.of("items");
  private static final CursorRange JANUARY = new CursorRange("2024-01-01", "2024-01-31");
  private static final ConfiguredStream STREAM =
      Loading.items(WriteMode.APPEND_DEDUP, "{\"id\": {\"type\": \"integer\"}}");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void sync() {
    file = folder.resolve("shop.duckdb");
    Loading.load(file, STREAM, "{\"id\":1}");
  }

  private @Nullable StreamState reached(CursorRange range) {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      return destination.backfill(ITEMS, range);
    }
  }

  private void backfill(Extent extent, String cursor, String row) {
    StreamPlan plan = new StreamPlan(STREAM, Generation.keeping(0), reached(JANUARY)).over(JANUARY);
    try (Loading loading = new Loading(file, plan)) {
      loading.append(0, row);
      loading.commit(extent, cursor, 0);
    }
  }

  @Test
  void theStreamsOwnStateStays() {
    backfill(Extent.PARTIAL, "half", "{\"id\":2}");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
    backfill(Extent.COMPLETE, "whole", "{\"id\":3}");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
    assertThat(Loading.query(file, "select id from items order by id"))
        .containsExactly(List.of(1L), List.of(2L), List.of(3L));
  }

  @Test
  void anInterruptedOneIsKnownUntilItIsDone() {
    assertThat(reached(JANUARY)).isNull();
    backfill(Extent.PARTIAL, "half", "{\"id\":2}");
    assertThat(reached(JANUARY)).isEqualTo(new StreamState(ITEMS, Map.of("cursor", "half")));
    assertThat(reached(new CursorRange("2024-01-01", null))).as("another range").isNull();
    backfill(Extent.COMPLETE, "whole", "{\"id\":3}");
    assertThat(reached(JANUARY)).isNull();
  }

  @Test
  void clearingTheStreamForgetsIt() {
    backfill(Extent.PARTIAL, "half", "{\"id\":2}");
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      destination.clear(ITEMS);
    }
    assertThat(reached(JANUARY)).isNull();
  }

  @Test
  void aReplacementThatIsUnderWayStays() {
    try (Loading loading = Loading.replacing(file, STREAM)) {
      loading.append(0, "{\"id\":7}");
      loading.commit(Extent.PARTIAL, "half", 0);
    }
    backfill(Extent.COMPLETE, "whole", "{\"id\":3}");
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      assertThat(destination.stored(ITEMS).unfinished()).isNotNull();
    }
  }
}
