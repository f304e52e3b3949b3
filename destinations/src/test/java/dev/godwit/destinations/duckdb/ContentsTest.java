package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Destination;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file holds, read as a source.
class ContentsTest {
  private static final String NAMED =
      "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}";

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  /// Reads the first stream to its end.
  private List<JsonRows> pages(Source source) throws InterruptedException {
    List<JsonRows> pages = new ArrayList<>();
    try (StreamReader reader = source.open(first(source), null)) {
      for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
        try (SliceReader rows = reader.open(slice)) {
          for (RecordBatch page = rows.next(); page != null; page = rows.next()) {
            switch (page) {
              case JsonRows json -> pages.add(json);
            }
          }
        }
      }
    }
    return pages;
  }

  private static ConfiguredStream first(Source source) {
    return ConfiguredStream.byDefault(source.discover().streams().getFirst());
  }

  private List<String> rows() throws InterruptedException {
    List<String> rows = new ArrayList<>();
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Source source = destination.contents()) {
      for (JsonRows page : pages(source)) {
        for (int row = 0; row < page.rows(); row++) {
          rows.add(page.text(row));
        }
      }
    }
    return rows;
  }

  private Stream stream() {
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Source source = destination.contents()) {
      return source.discover().streams().getFirst();
    }
  }

  private static ConfiguredStream named(WriteMode mode) {
    return Loading.items(mode, NAMED);
  }

  @Test
  void aStreamIsWhatItsTableIs() {
    Loading.load(
        file,
        Loading.stream(
            new StreamName("shop", "orders"),
            WriteMode.APPEND_DEDUP,
            "{\"id\": {\"type\": \"integer\"}, \"at\": {\"type\": \"string\", \"format\":"
                + " \"date\"}, \"lines\": {\"type\": \"array\"}}",
            List.of("at"),
            List.of(List.of("id"))),
        "{\"id\":1,\"at\":\"2024-01-31\",\"lines\":[1]}");
    Stream stream = stream();
    assertThat(stream.name()).isEqualTo(new StreamName("shop", "orders"));
    assertThat(stream.syncModes()).containsExactly(SyncMode.FULL_REFRESH);
    assertThat(stream.primaryKey()).containsExactly(List.of("id"));
    assertThat(stream.defaultCursorField()).containsExactly("at");
    assertThat(stream.jsonSchema().get("properties"))
        .isEqualTo(
            Map.of(
                "id",
                Map.of("type", "integer"),
                "at",
                Map.of("type", "string", "format", "date"),
                "lines",
                Map.of()));
  }

  @Test
  void rowsCarryTheTimeAtWhichTheyWereRead() throws InterruptedException {
    ConfiguredStream stream = named(WriteMode.APPEND);
    try (Loading loading = new Loading(file, stream)) {
      for (int i = 0; i < 3; i++) {
        JsonRows batch =
            Loading.batch(
                loading.slice(0),
                List.of("{\"id\":" + i + "}", "{\"id\":" + i + "}"),
                Loading.READ_AT + Math.max(i, 1));
        assertThat(batch).isNotNull();
        loading.append(batch);
      }
      loading.commit(Extent.COMPLETE, "done", 0);
    }
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Source source = destination.contents()) {
      assertThat(pages(source))
          .extracting(JsonRows::rows, page -> page.emittedAt() - Loading.READ_AT)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(4, 1L),
              org.assertj.core.groups.Tuple.tuple(2, 2L));
    }
  }

  @Test
  void keysOfFieldsAreThoseOfTheSource() throws InterruptedException {
    Loading.load(
        file,
        Loading.items(
            WriteMode.APPEND,
            "{\"id\": {}, \"Id\": {}, \"a\\\"b\": {}, \"_airbyte_meta\": {}, \"\": {}}"),
        "{\"id\":1,\"Id\":2,\"a\\\"b\":3,\"_airbyte_meta\":4,\"\":5}");
    assertThat(rows())
        .map(JsonParser.STRICT::parse)
        .containsExactly(Map.of("id", 1L, "Id", 2L, "a\"b", 3L, "_airbyte_meta", 4L, "", 5L));
  }

  @Test
  void rowsWithoutColumnsOfTheirOwnAreReadWhole() throws InterruptedException {
    Loading.load(file, Loading.items(WriteMode.APPEND, "{}"), "{\"a\":{\"b\":[1,2]}}", "{}");
    assertThat(rows()).containsExactly("{\"a\":{\"b\":[1,2]}}", "{}");
    assertThat(stream().jsonSchema().get("properties")).isEqualTo(Map.of());
  }

  @Test
  void versionsThatHaveEndedAreLeftOut() throws InterruptedException {
    ConfiguredStream stream = named(WriteMode.HISTORY);
    Loading.load(file, stream, "{\"id\":1,\"name\":\"old\"}", "{\"id\":2,\"name\":\"same\"}");
    Loading.load(file, stream, "{\"id\":1,\"name\":\"new\"}");
    assertThat(rows())
        .containsExactlyInAnyOrder("{\"id\":1,\"name\":\"new\"}", "{\"id\":2,\"name\":\"same\"}");
  }

  @Test
  void rowsThatAreMarkedAsDeletedAreLeftOut() throws InterruptedException {
    Loading.load(file, named(WriteMode.APPEND_DEDUP), "{\"id\":1,\"name\":\"a\"}", "{\"id\":2}");
    Loading.load(file, named(WriteMode.SOFT_DELETE), "{\"id\":2}");
    assertThat(rows()).containsExactly("{\"id\":1,\"name\":\"a\"}");
  }

  @Test
  void columnsThatSomebodyHasAddedAreFieldsToo() throws SQLException, InterruptedException {
    Loading.load(file, named(WriteMode.APPEND), "{\"id\":1}");
    Loading.execute(
        file,
        """
        alter table items add column note varchar;
        alter table items add column stars utinyint;
        update items set note = 'n', stars = 5\
        """);
    assertThat(rows()).containsExactly("{\"id\":1,\"name\":null,\"note\":\"n\",\"stars\":\"5\"}");
  }

  @Test
  void jsonThatSomebodyHasWrittenIsCompact() throws SQLException, InterruptedException {
    Loading.load(file, Loading.items(WriteMode.APPEND, "{\"id\": {}}"), "{\"id\":1}");
    Loading.execute(file, "update items set id = '{\"a\" :\n [1, \"b  \\n c\"]}'");
    assertThat(rows()).containsExactly("{\"id\":{\"a\":[1,\"b  \\n c\"]}}");
  }

  @Test
  void infiniteTimesAreTextThatSaysSo() throws SQLException, InterruptedException {
    Loading.load(
        file,
        Loading.items(
            WriteMode.APPEND,
            "{\"id\": {\"type\": \"string\", \"format\": \"date-time\"},"
                + " \"day\": {\"type\": \"string\", \"format\": \"date\"}}"),
        "{\"id\":\"2024-01-31T00:00:00Z\"}");
    Loading.execute(file, "update items set id = 'infinity', day = '-infinity'");
    assertThat(rows()).containsExactly("{\"id\":\"infinity\",\"day\":\"-infinity\"}");
  }

  @Test
  void aLargeTableIsReadInPortionsAndPages() throws SQLException, InterruptedException {
    Loading.load(file, named(WriteMode.APPEND), "{\"id\":-1}");
    Loading.execute(
        file,
        """
        insert into items by name
        select i as id, repeat('x', 1000) as name,
          make_timestamptz(%d) as _airbyte_extracted_at
        from range(100000) as r(i)\
        """
            .formatted(Loading.READ_AT * 1000));
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Source source = destination.contents()) {
      List<JsonRows> pages = pages(source);
      assertThat(pages.stream().mapToLong(JsonRows::rows).sum()).isEqualTo(100_001);
      assertThat(pages).allMatch(page -> page.bytes() < 256 << 10);
      assertThat(pages.stream().map(page -> page.slice().number()).distinct())
          .containsExactly(0L, 1L, 2L, 3L);
      assertThat(counted(source)).isEqualTo(4);
    }
  }

  /// Slices that are made and never read, as whoever only counts them does it.
  private static int counted(Source source) throws InterruptedException {
    int count = 0;
    try (StreamReader reader = source.open(first(source), null)) {
      for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
        reader.open(slice).close();
        count++;
      }
    }
    return count;
  }

  @Test
  void readingGoesOnWhileTheSameProcessWrites() throws InterruptedException {
    Loading.load(file, named(WriteMode.APPEND), "{\"id\":1}");
    try (Loading writing = new Loading(file, named(WriteMode.APPEND))) {
      writing.append(0, "{\"id\":2}");
      assertThat(rows()).containsExactly("{\"id\":1,\"name\":null}");
      writing.commit(Extent.COMPLETE, "done", 0);
    }
    assertThat(rows()).hasSize(2);
  }

  @Test
  void clearedStreamsAndOthersWithoutTableAreNotThere() {
    Loading.load(file, named(WriteMode.APPEND), "{\"id\":1}");
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      destination.clear(StreamName.of("items"));
      try (Source source = destination.contents()) {
        assertThat(source.discover().streams()).isEmpty();
      }
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      assertThatThrownBy(destination::contents)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> assertThat(error.code()).isEqualTo("duckdb.no-database"))
          .hasMessageContaining("There is no file " + file);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aStreamThatIsNotThereIsRefusedWithTheNearestName() {
    Loading.load(file, named(WriteMode.APPEND), "{\"id\":1}");
    ConfiguredStream other =
        Loading.stream(StreamName.of("item"), WriteMode.APPEND, "{}", List.of(), List.of());
    try (Destination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Source source = destination.contents()) {
      assertThatThrownBy(() -> source.open(other, null))
          .hasMessageContaining("There is no stream item; did you mean items?");
    }
  }
}
