package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cache.CachedColumn;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.row.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of a program, written to a destination.
class GivenRowsTest {
  /// More than are looked at, and more than a page.
  private static final int MANY = 20_000;

  @TempDir private Path folder;

  record Person(long id, String name, LocalDate born, List<String> tags) {}

  private String uri() {
    return "duckdb:" + folder.resolve("people.duckdb");
  }

  @Test
  void recordsBecomeRowsOfATable() {
    List<Person> people =
        List.of(
            new Person(1, "Ann", LocalDate.of(2001, 2, 3), List.of("a")),
            new Person(2, "Bob", LocalDate.of(2002, 2, 3), List.of()));
    SyncReport report =
        Godwit.rows("people", people).primaryKey("id").to(uri()).sync(SyncListener.SILENT);

    assertThat(report.succeeded()).isTrue();
    assertThat(Godwit.cache(uri()).stream("people").list(Person.class))
        .containsExactlyInAnyOrderElementsOf(people);
    assertThat(Godwit.cache(uri()).stream("people").columns())
        .contains(new CachedColumn("id", FieldType.BIGINT));
  }

  @Test
  void rowsJoinByTheirKey() {
    Godwit.rows("people", List.of(Map.of("id", 1, "name", "Ann"), Map.of("id", 2, "name", "Bob")))
        .primaryKey("id")
        .to(uri())
        .sync(SyncListener.SILENT);
    Godwit.rows("people", List.of(Row.of(Map.of("id", 2, "name", "Eve"))))
        .primaryKey("id")
        .to(uri())
        .sync(SyncListener.SILENT);
    try (var rows = Godwit.cache(uri()).query("select id, name from people order by id")) {
      assertThat(rows.stream().map(row -> row.get("name"))).containsExactly("Ann", "Eve");
    }
  }

  @Test
  void manyRowsPassWithoutBeingHeld() {
    Iterable<Map<String, Long>> counted =
        () -> LongStream.range(0, MANY).mapToObj(n -> Map.of("n", n)).iterator();
    SyncBuilder sync = Godwit.rows("numbers", counted).to(uri());
    assertThat(sync.sync(SyncListener.SILENT).rowsCommitted()).isEqualTo(MANY);
    assertThat(sync.sync(SyncListener.SILENT).rowsCommitted()).isEqualTo(MANY);
    assertThat(Godwit.cache(uri()).stream("numbers").count()).isEqualTo(2 * MANY);
    sync.writeMode(WriteMode.OVERWRITE).sync(SyncListener.SILENT);
    assertThat(Godwit.cache(uri()).stream("numbers").count()).isEqualTo(MANY);
  }

  @Test
  void aRowThatIsNoneFailsTheStream() {
    SyncReport report =
        Godwit.rows("numbers", List.of(7))
            .schema(Map.of("type", "object"))
            .to(uri())
            .sync(SyncListener.SILENT);
    assertThat(report.streams().getFirst().error())
        .isNotNull()
        .extracting(GodwitException::code)
        .isEqualTo("rows.not-a-row");
  }
}
