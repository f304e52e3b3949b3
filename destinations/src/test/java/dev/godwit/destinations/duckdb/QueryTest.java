package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
  private static final ConfiguredStream STREAM =
      Loading.items(WriteMode.APPEND, "{\"id\":{\"type\":\"integer\"}}");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void load() {
    file = folder.resolve("shop.duckdb");
    Loading.load(file, STREAM, "{\"id\":1}");
  }

  private static String code(Runnable use) {
    return assertThatThrownBy(use::run)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(GodwitException.class))
        .actual()
        .code();
  }

  @Test
  void columnsHaveNamesAndRowsPlainValues() {
    try (DuckDbQuery query =
        DuckDbQuery.run(
            file.toString(),
            """
            select 1::tinyint as a, 2::hugeint, 170141183460469231731687303715884105727::hugeint,
              1.5::float, 12.30::decimal(9,2), 12345678901234567890.123456789::decimal(38,9),
              true, null, 'text', date '2024-01-31', timestamp '2024-01-31 10:00:00.5',
              timestamptz '2024-01-31 10:00:00+02', time '10:00:00', [1, null],
              {'x': 1, 'y': [date '2024-01-31']}, map {'k': 2}, '{"j":[1.5,null]}'::json,
              'ab'::blob, 18446744073709551615::ubigint,
              'c0ffee00-0000-4000-8000-000000000000'::uuid, interval 1 day as a
            """)) {
      assertThat(query.columns().getFirst()).isEqualTo("a");
      assertThat(query.columns().getLast()).isEqualTo("a");
      assertThat(query.next())
          .isEqualTo(
              Arrays.asList(
                  1L,
                  2L,
                  new BigInteger("170141183460469231731687303715884105727"),
                  1.5,
                  12.3,
                  "12345678901234567890.123456789",
                  true,
                  null,
                  "text",
                  "2024-01-31",
                  "2024-01-31T10:00:00.500",
                  "2024-01-31T08:00Z",
                  "10:00",
                  Arrays.asList(1L, null),
                  Map.of("x", 1L, "y", List.of("2024-01-31")),
                  Map.of("k", 2L),
                  Map.of("j", Arrays.asList(1.5, null)),
                  "6162",
                  new BigInteger("18446744073709551615"),
                  "c0ffee00-0000-4000-8000-000000000000",
                  "1 day"));
      assertThat(query.next()).isNull();
    }
  }

  @Test
  void aResultMayBeLargerThanMemory() {
    try (DuckDbQuery query =
        DuckDbQuery.run(file.toString(), "select repeat('x', 1000) from range(1000000000000)")) {
      assertThat(query.next()).isEqualTo(List.of("x".repeat(1000)));
    }
  }

  @Test
  void aQueryCanChangeNothing() {
    assertThat(code(() -> Loading.query(file, "delete from items"))).isEqualTo("duckdb.query");
    assertThat(code(() -> Loading.query(file, "create table x (a int)"))).isEqualTo("duckdb.query");
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(1L);
  }

  @Test
  void aQueryBesideAWriterOfTheSameProcessSeesWhatIsCommittedAndChangesNothing() {
    try (Loading loading = new Loading(file, STREAM)) {
      loading.append(0, "{\"id\":2}");
      assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(1L);
      loading.commit(Extent.PARTIAL, "x", 0);
      assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(2L);
      for (String change :
          List.of(
              "delete from items", "commit; delete from items", "select 1; delete from items")) {
        assertThat(code(() -> Loading.query(file, change))).isEqualTo("duckdb.query");
      }
      assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(2L);
    }
  }

  @Test
  void mistakesAreToldInDuckDbsWords() {
    assertThatThrownBy(() -> Loading.query(file, "select nam from items"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("nam");
    assertThat(code(() -> Loading.query(file, "select 'a'::int"))).isEqualTo("duckdb.query");
    assertThat(code(() -> Loading.query(folder.resolve("none.duckdb"), "select 1")))
        .isEqualTo("duckdb.no-database");
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
  }
}
