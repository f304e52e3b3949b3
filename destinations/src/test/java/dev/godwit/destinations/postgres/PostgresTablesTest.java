package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables as others have left them, keys, names and rights.
class PostgresTablesTest {
  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"note\": {\"type\":\"string\"}}", "id");

  private TestDatabase database = new TestDatabase("");

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  @Test
  void columnsAreAddedAndWidenedInPlace() {
    Syncs.landed(
        database, WriteMode.APPEND_DEDUP, 1, ITEMS, "{\"id\":1,\"note\":\"a\"}", "{\"id\":2}");
    Stream wider =
        Syncs.items(
            """
            {"id": {"type":"number"}, "note": {"type":"object"}, "more": {"type":"boolean"}}\
            """,
            "id");
    Syncs.landed(
        database,
        WriteMode.APPEND_DEDUP,
        2,
        wider,
        "{\"id\":2.5,\"note\":{\"a\":1},\"more\":true}");
    assertThat(database.query("select id, note, more from items order by id"))
        .extracting(row -> row.get("id") + " " + row.get("note") + " " + row.get("more"))
        .containsExactly("1.0 a null", "2.0 null null", "2.5 {a=1} true");
    assertThat(
            database.value(
                "select data_type from information_schema.columns where column_name = 'note'"))
        .isEqualTo("jsonb");
  }

  @Test
  void aPlanTellsStatementsAndWhatEarlierRunsHaveCost() {
    try (Destination destination = Syncs.open(database)) {
      assertThat(destination.statements(plan(ITEMS)))
          .singleElement()
          .asString()
          .startsWith("create table ")
          .contains("\"note\" text");
      assertThat(destination.past(ITEMS.name(), 5)).isEmpty();
    }
    Syncs.landed(database, WriteMode.APPEND_DEDUP, 1, ITEMS, "{\"id\":1}", "{\"id\":2}");
    Stream more = Syncs.items("{\"id\":{\"type\":\"number\"},\"at\":{\"type\":\"string\"}}", "id");
    try (Destination destination = Syncs.open(database)) {
      assertThat(destination.statements(plan(ITEMS))).isEmpty();
      assertThat(destination.statements(plan(more)))
          .hasSize(2)
          .anyMatch(sql -> sql.contains("alter column \"id\" type double precision"))
          .anyMatch(sql -> sql.contains("add column \"at\" text"));
      assertThat(destination.past(ITEMS.name(), 5))
          .singleElement()
          .matches(run -> run.rows() == 2 && run.fromBeginning());
    }
    assertThat(database.query("select * from items")).hasSize(2);
  }

  private static StreamPlan plan(Stream stream) {
    return new StreamPlan(
        new ConfiguredStream(
            stream, SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, List.of(), stream.primaryKey()),
        Generation.keeping(0),
        null);
  }

  @Test
  void aColumnOfAForeignTypeIsLeftAlone() {
    database.execute("create table items (id inet)");
    GodwitException refusal =
        Syncs.refused(database, WriteMode.APPEND_DEDUP, 1, ITEMS, "{\"id\":1}");
    assertThat(refusal.code()).isEqualTo("postgres.column-type");
    assertThat(refusal.message()).contains("inet");
  }

  @Test
  void viewsAndRightsOutliveAFullRefresh() {
    Syncs.landed(database, WriteMode.OVERWRITE, 1, ITEMS, "{\"id\":1,\"note\":\"a\"}");
    database.execute("create view notes as select id, note from items");
    Syncs.landed(database, WriteMode.OVERWRITE, 2, ITEMS, "{\"id\":2,\"note\":\"b\"}");
    assertThat(database.query("select id, note from notes"))
        .containsExactly(Map.of("id", 2L, "note", "b"));
    assertThat(database.value("select to_regclass('_godwit_refresh_items')")).isNull();
  }

  @Test
  void aViewOnAColumnThatHasToChangeIsNamed() {
    Syncs.landed(database, WriteMode.APPEND, 1, ITEMS, "{\"id\":1,\"note\":\"a\"}");
    database.execute("create view notes as select id, note from items");
    Stream wider = Syncs.items("{\"id\": {\"type\":\"integer\"}, \"note\": {}}", "id");
    GodwitException refusal =
        Syncs.refused(database, WriteMode.APPEND, 2, wider, "{\"id\":2,\"note\":{}}");
    assertThat(refusal.code()).isEqualTo("postgres.in-use");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(database.value("select count(*) from items")).isEqualTo(1L);
  }

  @Test
  void keysHaveAnIndexAlsoAfterTheTableWasReplaced() {
    for (int reading = 1; reading <= 3; reading++) {
      Syncs.landed(database, WriteMode.OVERWRITE_DEDUP, reading, ITEMS, "{\"id\":1}", "{\"id\":1}");
    }
    assertThat(
            database.query(
                "select indexname from pg_indexes where schemaname = 'public' and tablename ="
                    + " 'items'"))
        .containsExactly(Map.of("indexname", "_godwit_key_items"));
  }

  @Test
  void keysMayBeLongTexts() {
    Stream stream =
        Syncs.items("{\"id\": {\"type\":\"string\"}, \"n\": {\"type\":\"integer\"}}", "id");
    String key = IntStream.range(0, 4000).mapToObj(Integer::toHexString).reduce("", String::concat);
    for (int reading = 1; reading <= 2; reading++) {
      Syncs.landed(
          database,
          WriteMode.APPEND_DEDUP,
          reading,
          stream,
          "{\"id\":\"%sa\",\"n\":%d}".formatted(key, reading),
          "{\"id\":\"%sb\",\"n\":%d}".formatted(key, reading));
    }
    assertThat(database.query("select right(id, 1) as last, n from items order by id"))
        .containsExactly(Map.of("last", "a", "n", 2L), Map.of("last", "b", "n", 2L));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND_DEDUP", "OVERWRITE_DEDUP", "HISTORY"})
  void partsOfAKeyMayBeNull(WriteMode mode) {
    Stream stream =
        Syncs.items(
            """
            {"a": {"type":"integer"}, "b": {"type":"string"}, "n": {"type":"integer"}}\
            """,
            "a",
            "b");
    for (int reading = 1; reading <= 2; reading++) {
      Syncs.landed(
          database,
          mode,
          reading,
          stream,
          "{\"a\":1,\"b\":\"x\",\"n\":%d}".formatted(reading),
          "{\"a\":1,\"n\":%d}".formatted(reading),
          "{\"b\":\"x\",\"n\":%d}".formatted(reading));
    }
    String current = mode == WriteMode.HISTORY ? " where _godwit_valid_to is null" : "";
    assertThat(database.query("select n from items" + current))
        .containsExactly(Map.of("n", 2L), Map.of("n", 2L), Map.of("n", 2L));
  }

  @Test
  void keysAndCursorsMayLieInsideObjects() {
    Stream stream =
        Syncs.stream(
            StreamName.of("items"),
            "{\"o\": {\"type\":\"object\"}, \"n\": {\"type\":\"integer\"}}",
            List.of("o", "at"),
            "o/id");
    Syncs.landed(
        database,
        WriteMode.APPEND_DEDUP,
        1,
        stream,
        "{\"o\":{\"id\":\"a\",\"at\":\"9\"},\"n\":1}",
        "{\"o\":{\"id\":\"a\",\"at\":\"10\"},\"n\":2}",
        "{\"o\":{\"id\":\"b\",\"at\":\"later\"},\"n\":3}",
        "{\"o\":{\"id\":\"b\",\"at\":\"99\"},\"n\":4}");
    assertThat(database.query("select n from items order by n"))
        .containsExactly(Map.of("n", 2L), Map.of("n", 3L));
  }

  @Test
  void moreColumnsThanATableMayHaveAreRefused() {
    StringBuilder properties = new StringBuilder("{");
    for (int i = 0; i < 1700; i++) {
      properties.append("\"c%d\": {\"type\":\"integer\"},".formatted(i));
    }
    properties.setCharAt(properties.length() - 1, '}');
    GodwitException refusal =
        Syncs.refused(
            database, WriteMode.APPEND, 1, Syncs.items(properties.toString()), "{\"c1\":1}");
    assertThat(refusal.code()).isEqualTo("postgres.columns");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
  }

  @Test
  void aUserWithFewRightsIsEnoughAndAMissingOneIsNamed() {
    database.execute("drop role if exists loader");
    database.execute("create role loader login");
    // Until Postgres 15 everybody could create tables there.
    database.execute("revoke create on schema public from public");
    TestDatabase limited =
        new TestDatabase(database.url().replace(TestServer.USER + "@", "loader@"));
    GodwitException refusal =
        Syncs.refused(limited, WriteMode.APPEND_DEDUP, 1, ITEMS, "{\"id\":1}");
    assertThat(refusal.code()).isEqualTo("postgres.no-access");
    assertThat(refusal.message()).contains("loader", "schema public");
    try (Destination destination = Syncs.open(limited)) {
      assertThat(destination.check().problem()).contains("grant create on schema public");
    }
    database.execute("grant usage, create on schema public to loader");
    for (WriteMode mode : List.of(WriteMode.APPEND_DEDUP, WriteMode.OVERWRITE_DEDUP)) {
      Syncs.landed(limited, mode, 1, ITEMS, "{\"id\":1}");
    }
    try (Destination destination = Syncs.open(limited)) {
      assertThat(destination.check().problem()).isNull();
      assertThat(destination.clear(StreamName.of("items"))).isEqualTo(1);
    }
  }
}
