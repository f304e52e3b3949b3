package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.core.json.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
  @TempDir private static Path folder;
  private static String database = "";

  @BeforeAll
  static void sync() {
    try (ShopVisit visit = ShopVisit.in(folder)) {
      visit.sync();
      database = visit.database().toString();
    }
  }

  @Test
  void printsATable() {
    Captured query = query("select id, name from products order by id limit 2");

    assertThat(query.exitCode()).isZero();
    assertThat(query.out())
        .isEqualTo(
            """
            id        name
            ────────  ─────────────
            prd_0001  Linen Kettle
            prd_0002  Copper Kettle
            """);
    assertThat(query.err()).isEqualTo("2 rows\n");
  }

  @Test
  void printsJsonForPrograms() {
    Captured query =
        query("select count(*) as n, 'a' as n, null as nothing from customers", "--json");

    assertThat(JsonParser.STRICT.parse(query.out()))
        .isEqualTo(JsonParser.STRICT.parse("[{\"n\": 120, \"n_2\": \"a\", \"nothing\": null}]"));
    assertThat(query.err()).isEmpty();
  }

  @Test
  void showsNestedValuesAsJson() {
    Captured query = query("select lines from orders order by id limit 1");

    assertThat(query.out()).contains("[{\"product_id\":\"prd_");
  }

  @Test
  void printsHeadersAlsoWithoutRows() {
    assertThat(query("select id from products where false").out()).isEqualTo("id\n──\n");
    assertThat(query("select id from products where false", "--json").out()).isEqualTo("[]\n");
  }

  @Test
  void showsAsManyRowsAsATableShould() {
    Captured query = query("from customers", "--limit", "3");

    assertThat(query.out().lines()).hasSize(5);
    assertThat(query.err()).isEqualTo("3 rows; there are more\n");
  }

  @Test
  void takesTheUriOfADestination() {
    Captured query = Captured.run(folder, "query", "duckdb:" + database, "select 1 as one");

    assertThat(query.exitCode()).isZero();
  }

  @Test
  void changesNothing() {
    assertThat(query("delete from products").exitCode()).isNotZero();
    assertThat(query("drop table products").exitCode()).isNotZero();
    assertThat(query("select count(*) as n from products", "--json").out()).contains("60");
  }

  @Test
  void saysWhatIsWrongWithTheQuery() {
    Captured query = query("select nme from products");

    assertThat(query.exitCode()).isEqualTo(2);
    assertThat(query.err()).contains("nme", "name").doesNotContain("\tat ");
  }

  @Test
  void saysThatThereIsNoDatabase() {
    Captured query = Captured.run(folder, "query", "nowhere.duckdb", "select 1");

    assertThat(query.exitCode()).isEqualTo(2);
    assertThat(query.err()).contains("nowhere.duckdb");
  }

  private static Captured query(String sql, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "query";
    args[1] = database;
    args[2] = sql;
    System.arraycopy(more, 0, args, 3, more.length);
    return Captured.run(folder, args);
  }
}
