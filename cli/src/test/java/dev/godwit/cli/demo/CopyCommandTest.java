package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandTest {
  @TempDir private Path folder;
  private ShopVisit visit;
  private Path other;

  @BeforeEach
  void sync() {
    visit = ShopVisit.in(folder);
    visit.sync("--quiet");
    other = folder.resolve("other.duckdb");
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private Captured copy(String... more) {
    List<String> args = new ArrayList<>(List.of("copy", visit.destination(), "duckdb:" + other));
    args.addAll(List.of(more));
    return Captured.run(folder, args.toArray(String[]::new));
  }

  private void refused(Captured copy, String code, String... said) {
    assertThat(copy.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(copy.err()).contains(said);
    assertThat(ParsedJson.of(copy.out()).object("error").value("code")).isEqualTo(code);
  }

  private long count(String table) throws SQLException {
    return ShopVisit.number(other, "select count(*) from " + table);
  }

  @Test
  void movesEveryStreamAndReportsAsASyncDoes() throws SQLException {
    Captured copy = copy("--json");
    assertThat(copy.exitCode()).as(copy.err()).isZero();
    ParsedJson report = ParsedJson.of(copy.out());
    assertThat(report.value("rows_committed")).isEqualTo(visit.allRows());
    assertThat(count("customers") + count("products") + count("orders")).isEqualTo(visit.allRows());
    assertThat(copy.err()).contains("\"event\":\"committed\"");
  }

  @Test
  void rowsTakeThePlaceOfThoseOfTheCopyBefore() throws SQLException {
    assertThat(copy("--quiet").exitCode()).isZero();
    visit.passADay();
    visit.sync("--quiet");
    Captured second = copy();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains("customers", "products", "orders");
    assertThat(count("orders")).isEqualTo(visit.number("select count(*) from orders"));
  }

  @Test
  void onlyTheStreamsThatAreNamedAreMoved() throws SQLException {
    assertThat(copy("--streams", "orders", "--quiet").out()).isEmpty();
    assertThat(ShopVisit.number(other, "select count(*) from _godwit_state")).isEqualTo(1);
    refused(
        copy("--streams", "order", "--json"),
        "stream.unknown",
        "There is no stream order; did you mean orders?");
  }

  @Test
  void rowsCanBeAdded() throws SQLException {
    assertThat(copy("--streams", "orders", "--quiet").exitCode()).isZero();
    assertThat(
            copy("--streams", "orders", "--quiet", "--write-mode", "append", "--accept", "all")
                .exitCode())
        .isZero();
    assertThat(count("orders")).isEqualTo(2 * visit.number("select count(*) from orders"));
  }

  @Test
  void aPlaceThatIsNotThereIsNamed() {
    Captured copy =
        Captured.run(
            folder, "copy", "duckdb:" + folder.resolve("none.duckdb"), "duckdb:" + other, "--json");
    refused(copy, "duckdb.no-database", "There is no file " + folder.resolve("none.duckdb"));
    assertThat(other).doesNotExist();
  }

  @Test
  void aDatabaseThatNoSyncHasFilledIsNamed() throws SQLException {
    Path empty = folder.resolve("empty.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + empty);
        Statement statement = connection.createStatement()) {
      statement.execute("create table orders (id bigint)");
    }
    Captured copy = Captured.run(folder, "copy", "duckdb:" + empty, "duckdb:" + other, "--json");
    refused(copy, "copy.nothing", "No sync has written anything to duckdb:" + empty);
  }

  @Test
  void aPlaceCannotBeCopiedToItselfUnderWhateverName() throws IOException {
    Files.createSymbolicLink(other, visit.database());
    refused(copy("--json"), "copy.same-place", "Both ends of the copy are " + visit.destination());
  }
}
