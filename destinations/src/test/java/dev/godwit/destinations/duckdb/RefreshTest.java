package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Generation;
import dev.godwit.core.Landing;
import dev.godwit.core.Landing.Replacement;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Readings of everything that take the place of what is there.
class RefreshTest {
  private static final StreamName ITEMS = StreamName.of("items");
  private static final String PROPERTIES = "{\"id\": {\"type\": \"integer\"}}";

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private static ConfiguredStream items(WriteMode mode) {
    return Loading.items(mode, PROPERTIES);
  }

  private List<Object> ids() {
    return List.copyOf(
        Loading.query(file, "select id from items order by id").stream()
            .map(row -> (Object) String.valueOf(row.getFirst()))
            .toList());
  }

  private StoredStream stored() {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      return destination.stored(ITEMS);
    }
  }

  private static String[] rows(int from, int to) {
    return IntStream.range(from, to).mapToObj("{\"id\":%d}"::formatted).toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"OVERWRITE", "OVERWRITE_DEDUP", "APPEND", "APPEND_DEDUP"})
  void anInterruptedOneIsGoneOnWith(WriteMode mode) {
    Loading.load(file, items(mode), "{\"id\":1}");
    long next = stored().generation() + 1;
    try (Loading loading = Loading.replacing(file, items(mode))) {
      loading.append(0, "{\"id\":5}");
      loading.commit(Extent.PARTIAL, "half", 0);
      loading.writer.abort();
    }
    assertThat(ids()).containsExactly("1");
    Unfinished unfinished = stored().unfinished();
    assertThat(unfinished)
        .isEqualTo(
            new Unfinished(
                next,
                SyncMode.INCREMENTAL,
                mode,
                new StreamState(ITEMS, Map.of("cursor", "half")),
                Loading.NOON.instant()));
    try (Loading loading =
        new Loading(
            file, new StreamPlan(items(mode), Generation.replacing(next), unfinished.state()))) {
      loading.append(0, "{\"id\":6}");
      loading.commit(Extent.COMPLETE, "whole", 0);
    }
    assertThat(ids()).containsExactly("5", "6");
    assertThat(stored())
        .extracting(StoredStream::state, StoredStream::generation, StoredStream::unfinished)
        .containsExactly(new StreamState(ITEMS, Map.of("cursor", "whole")), next, null);
  }

  @Test
  void rowsThatSomebodyRemovedCannotBeGoneOnWith() throws Exception {
    Loading.load(file, items(WriteMode.APPEND), "{\"id\":1}");
    try (Loading loading = Loading.replacing(file, items(WriteMode.APPEND))) {
      loading.append(0, "{\"id\":5}");
      loading.commit(Extent.PARTIAL, "half", 0);
    }
    Loading.execute(file, "drop table _godwit_refresh_items");
    assertThat(stored().unfinished()).isNull();
  }

  @Test
  void anEmptyOneKeepsTheOldRowsWhereThereWereMany() {
    Loading.load(file, items(WriteMode.OVERWRITE), rows(0, 10));
    try (Loading loading = new Loading(file, items(WriteMode.OVERWRITE))) {
      StreamWriter writer = loading.writer;
      assertThatThrownBy(() -> writer.commit(complete(List.of())))
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("sync.refresh-shrunk"));
    }
    assertThat(ids()).hasSize(10);
    assertThat(stored().generation()).isEqualTo(1);
  }

  private static Checkpoint complete(List<dev.godwit.core.Slice> finished) {
    return new Checkpoint(ITEMS, null, finished, 0, Extent.COMPLETE, ShrinkPolicy.USUAL);
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"OVERWRITE", "OVERWRITE_DEDUP", "HISTORY"})
  void whatTookThePlaceOfWhatIsCounted(WriteMode mode) {
    try (Loading loading = Loading.replacing(file, items(mode))) {
      loading.append(0, rows(0, 12));
      assertThat(loading.land(Extent.COMPLETE, 0))
          .isEqualTo(Landing.of(12).with(new Replacement(0, 12)));
    }
    try (Loading loading = Loading.replacing(file, items(mode))) {
      loading.append(0, rows(0, 3));
      assertThat(loading.land(Extent.COMPLETE, 0))
          .isEqualTo(Landing.of(3).with(new Replacement(12, 3)));
    }
  }

  @Test
  void aClearedStreamIsGoneAndItsGenerationGoesOn() {
    Loading.load(file, items(WriteMode.OVERWRITE), rows(0, 4));
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      assertThat(destination.clear(ITEMS)).isEqualTo(4);
      assertThat(destination.clear(StreamName.of("other"))).isZero();
    }
    assertThat(stored()).isEqualTo(new StoredStream(null, 2, null));
    assertThat(Loading.query(file, "select table_name from duckdb_tables()"))
        .containsExactly(List.of("_godwit_state"));
  }

  @Test
  void clearingMakesNoFile() {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      assertThat(destination.clear(ITEMS)).isZero();
    }
    assertThat(file).doesNotExist();
  }
}
