package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that are too long for Postgres, or become equal there.
class PostgresNamesTest {
  private static final String SAME = "n".repeat(70);

  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  private static Stream stream(String name) {
    return Syncs.stream(
        StreamName.of(name),
        "{\"id\": {\"type\":\"integer\"}, \"note\": {\"type\":\"string\"}}",
        List.of(),
        "id");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND_DEDUP", "OVERWRITE", "OVERWRITE_DEDUP", "HISTORY"})
  void streamsWhoseNamesBeginAlikeHaveTablesOfTheirOwn(WriteMode mode) {
    List<String> names =
        List.of(SAME, SAME + "_one", SAME + "_two", "n".repeat(63), "\u00e4".repeat(40));
    for (int reading = 1; reading <= 2; reading++) {
      for (String name : names) {
        Syncs.landed(
            database,
            mode,
            reading,
            stream(name),
            "{\"id\":1,\"note\":\"%d of %s\"}".formatted(reading, name));
      }
    }
    String current = mode == WriteMode.HISTORY ? " where _godwit_valid_to is null" : "";
    for (String name : names) {
      String table = PostgresNames.fitted(name);
      assertThat(table.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
      assertThat(database.query("select note from \"%s\"%s".formatted(table, current)))
          .containsExactly(Map.of("note", "2 of " + name));
    }
    assertThat(
            database.query(
                "select tablename from pg_tables where schemaname = 'public' and tablename not"
                    + " like '\\_godwit\\_%'"))
        .hasSize(names.size());
  }

  @Test
  void aStreamThatIsCalledLikeAnothersTableIsRefused() {
    Syncs.landed(database, WriteMode.APPEND, 1, stream(SAME), "{\"id\":1,\"note\":\"first\"}");
    Stream same = stream(PostgresNames.fitted(SAME));
    assertThat(Syncs.refused(database, WriteMode.APPEND, 1, same, "{\"id\":2}").code())
        .isEqualTo("postgres.table-taken");
    assertThat(database.query("select note from \"" + PostgresNames.fitted(SAME) + "\""))
        .containsExactly(Map.of("note", "first"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "\u20ac", "\ud83d\ude00"})
  void fieldsWhoseNamesBeginAlikeHaveColumnsOfTheirOwnAndMayBeKeys(String letter) {
    String one = letter.repeat(70) + "1";
    String two = letter.repeat(70) + "2";
    Stream stream =
        Syncs.items(
            "{\"%s\": {\"type\":\"integer\"}, \"%s\": {\"type\":\"integer\"}}".formatted(one, two),
            one,
            two);
    for (int reading = 1; reading <= 2; reading++) {
      Syncs.landed(
          database,
          WriteMode.APPEND_DEDUP,
          reading,
          stream,
          "{\"%s\":1,\"%s\":2}".formatted(one, two),
          "{\"%s\":2,\"%s\":1}".formatted(one, two));
    }
    assertThat(
            database.query(
                "select \"%s\" as one, \"%s\" as two from items order by 1"
                    .formatted(PostgresNames.fitted(one), PostgresNames.fitted(two))))
        .containsExactly(Map.of("one", 1L, "two", 2L), Map.of("one", 2L, "two", 1L));
  }

  @Test
  void namesWithTheCharacterThatPostgresCannotHoldAreToldApart() {
    Stream stream =
        Syncs.items("{\"a\\u0000b\": {\"type\":\"integer\"}, \"ab\": {\"type\":\"integer\"}}");
    Syncs.landed(database, WriteMode.APPEND, 1, stream, "{\"a\\u0000b\":1,\"ab\":2}");
    assertThat(database.query("select * from items"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsValue(1L).containsEntry("ab", 2L));
  }
}
