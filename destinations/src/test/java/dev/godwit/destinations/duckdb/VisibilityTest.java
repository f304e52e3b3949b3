package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {
  private static final String PROPERTIES = "{\"id\":{\"type\":\"integer\"}}";
  private static final StreamName ITEMS = StreamName.of("items");

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
    return Loading.query(file, "select id from items order by id").stream()
        .map(row -> (Object) String.valueOf(row.getFirst()))
        .toList();
  }

  private List<Object> tables() {
    return Loading.query(file, "select table_name from duckdb_tables() order by all").stream()
        .map(row -> (Object) String.valueOf(row.getFirst()))
        .toList();
  }

  @Test
  void onlyRowsOfFinishedSlicesLand() {
    try (Loading loading = new Loading(file, items(WriteMode.APPEND))) {
      loading.append(1, "{\"id\":10}");
      loading.append(2, "{\"id\":20}");
      loading.append(1, "{\"id\":11}");
      loading.append(3, "{\"id\":30}");
      loading.append(2, "{\"id\":21}");
      assertThat(loading.commit(Extent.PARTIAL, "first", 1, 3)).isEqualTo(3);
      assertThat(ids()).containsExactly("10", "11", "30");
      loading.append(2, "{\"id\":22}");
      assertThat(loading.commit(Extent.PARTIAL, "second")).isZero();
      assertThat(ids()).containsExactly("10", "11", "30");
      assertThat(loading.commit(Extent.COMPLETE, "third", 2)).isEqualTo(3);
    }
    assertThat(ids()).containsExactly("10", "11", "20", "21", "22", "30");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "third"));
  }

  @Test
  void aSliceWithoutRowsIsNothingToCommit() {
    try (Loading loading = new Loading(file, items(WriteMode.APPEND))) {
      loading.append(1, "{\"id\":1}");
      assertThat(loading.commit(Extent.COMPLETE, "x", 1, 2, 3)).isEqualTo(1);
    }
    assertThat(ids()).containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void whatIsNotCommittedIsForgotten(WriteMode mode) {
    Loading.load(file, items(mode), "{\"id\":1}");
    try (Loading loading = new Loading(file, items(mode))) {
      loading.append(1, "{\"id\":2}");
      loading.writer.abort();
    }
    try (Loading loading = new Loading(file, items(mode))) {
      loading.append(1, "{\"id\":3}");
    }
    assertThat(ids()).containsExactly("1");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void rowsThatAreNotAsManyAsWereReadStoreNothing(WriteMode mode) {
    Loading.load(file, items(mode), "{\"id\":1}");
    try (Loading loading = new Loading(file, items(mode))) {
      loading.append(1, "{\"id\":2}");
      Checkpoint lying =
          new Checkpoint(
              ITEMS, null, List.of(loading.slice(1)), 7, Extent.COMPLETE, ShrinkPolicy.USUAL);
      assertThatThrownBy(() -> loading.writer.commit(lying))
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("sync.count-mismatch"));
    }
    assertThat(ids()).containsExactly("1");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
  }

  @Test
  void openingAWriterMakesNoTable() {
    new Loading(file, items(WriteMode.APPEND)).close();
    assertThat(tables()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"OVERWRITE", "OVERWRITE_DEDUP"})
  void aRefreshBecomesVisibleWithItsLastCommitOnly(WriteMode mode) {
    Loading.load(file, items(mode), "{\"id\":1}", "{\"id\":2}");
    try (Loading loading = new Loading(file, items(mode))) {
      loading.append(1, "{\"id\":3}");
      assertThat(loading.commit(Extent.PARTIAL, "half", 1)).isEqualTo(1);
      assertThat(ids()).containsExactly("1", "2");
      assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
      loading.append(2, "{\"id\":4}");
      assertThat(loading.commit(Extent.COMPLETE, "whole", 2)).isEqualTo(1);
      assertThat(ids()).containsExactly("3", "4");
    }
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "whole"));
    assertThat(tables()).containsExactly("_godwit_state", "items");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      names = {"OVERWRITE", "OVERWRITE_DEDUP"})
  void aRefreshThatFailsLeavesOldRowsAndOldState(WriteMode mode) {
    Loading.load(file, items(mode), "{\"id\":1}");
    try (Loading loading = new Loading(file, items(mode))) {
      loading.append(1, "{\"id\":2}");
      loading.commit(Extent.PARTIAL, (StreamState) null, 1);
      loading.writer.abort();
      assertThat(tables()).containsExactly("_godwit_state", "items");
    }
    assertThat(ids()).containsExactly("1");
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
    Loading.load(file, items(mode), "{\"id\":5}");
    assertThat(ids()).containsExactly("5");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteMode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UPDATE", "SOFT_DELETE"})
  void whatAKilledRefreshHasLeftIsRemoved(WriteMode mode) throws SQLException {
    Loading.load(file, items(mode), "{\"id\":1}");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("create table _godwit_refresh_items as select 5 as id");
    }
    Loading.load(file, items(mode), "{\"id\":2}");
    assertThat(ids()).contains("2").doesNotContain("5");
    assertThat(tables()).containsExactly("_godwit_state", "items");
  }

  @Test
  void twoStreamsAreWrittenSideBySide() {
    DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
    ConfiguredStream other =
        Loading.stream(StreamName.of("other"), WriteMode.APPEND, PROPERTIES, List.of(), List.of());
    try (destination;
        Loading first = new Loading(file, items(WriteMode.APPEND_DEDUP));
        Loading second = new Loading(file, other)) {
      first.append(1, "{\"id\":1}");
      second.append(1, "{\"id\":100}");
      first.commit(Extent.PARTIAL, "a", 1);
      second.commit(Extent.PARTIAL, "b", 1);
      first.append(2, "{\"id\":2}");
      second.commit(Extent.COMPLETE, "c");
      first.commit(Extent.COMPLETE, "d", 2);
    }
    assertThat(ids()).containsExactly("1", "2");
    assertThat(Loading.value(file, "select id from other")).isEqualTo(100L);
    assertThat(Loading.state(file, StreamName.of("other"))).isEqualTo(Map.of("cursor", "c"));
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "d"));
  }
}
