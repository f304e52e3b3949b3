package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Comparison;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What syncs have written, copied by the library.
class CopyTest {
  /// More than one commit's worth of rows.
  private static final int MANY = 100_000;

  @TempDir private Path folder;
  private Path from = Path.of("");
  private Path to = Path.of("");

  @BeforeEach
  void sync() throws IOException {
    from = folder.resolve("people.duckdb");
    to = folder.resolve("copy.duckdb");
    try (PeopleApi api =
        new PeopleApi(folder, "[{\"id\":1,\"name\":\"Ann\",\"seen\":\"2024-03-01\"}]")) {
      api.manifest("id: {type: integer}, name: {type: string}, seen: {type: string}", true);
      assertThat(api.connection("", Map.of(), Log.NONE).sync(SyncListener.SILENT).succeeded())
          .isTrue();
    }
  }

  private SyncBuilder copy() {
    return Godwit.contents("duckdb:" + from).to("duckdb:" + to);
  }

  private static long number(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    }
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void growFrom() throws SQLException {
    execute(
        from,
        "insert into people by name select i + 2 as id, repeat('x', 1000) as name,"
            + " '2024-03-02' as seen from range(%d) as r(i)".formatted(MANY));
  }

  @Test
  void aCopyHasTheRowsAndTheKey() throws SQLException {
    SyncReport report = copy().sync(SyncListener.SILENT);
    assertThat(report.succeeded()).isTrue();
    assertThat(report.streams().getFirst().plan().stream().writeMode())
        .isEqualTo(WriteMode.OVERWRITE_DEDUP);
    assertThat(number(to, "select id from people where name = 'Ann'")).isEqualTo(1);
    assertThat(Godwit.contents("duckdb:" + to).discover().streams().getFirst())
        .extracting(Stream::name, Stream::primaryKey, Stream::jsonSchema)
        .isEqualTo(
            Godwit.contents("duckdb:" + from).discover().streams().stream()
                .flatMap(stream ->
                    java.util.stream.Stream.of(
                        stream.name(), stream.primaryKey(), stream.jsonSchema()))
                .toList());
  }

  @Test
  void theSlicesOfACopyCanBeCounted() throws SQLException {
    growFrom();
    try (OpenSync sync = copy().open()) {
      assertThat(sync.slices(sync.plan().streams().getFirst(), 9)).isEqualTo(4);
    }
  }

  @Test
  void filesAreCopiedOnButNotToTheirOwnFolder() throws SQLException {
    String files = "parquet:" + folder.resolve("files");
    assertThat(Godwit.contents("duckdb:" + from).to(files).sync(SyncListener.SILENT).succeeded())
        .isTrue();
    assertThat(Godwit.contents(files).to("duckdb:" + to).sync(SyncListener.SILENT).succeeded())
        .isTrue();
    assertThat(number(to, "select id from people where name = 'Ann'")).isEqualTo(1);
    assertThatThrownBy(() -> Godwit.contents(files).to(files.replace("parquet", "jsonl")).plan())
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("copy.same-place"));
  }

  @Test
  void aCopyCanBeComparedWithWhatItIsOf() throws SQLException {
    copy().sync(SyncListener.SILENT);
    List<Comparison> same = new ArrayList<>();
    copy().compare(same::add).sync(SyncListener.SILENT);
    assertThat(same).hasSize(1).allMatch(Comparison::agrees);

    execute(to, "update people set name = 'Bob'");
    List<Comparison> other = new ArrayList<>();
    copy().compare(other::add).sync(SyncListener.SILENT);
    assertThat(other).hasSize(1).noneMatch(Comparison::agrees);
  }

  @Test
  void theStateOfTheSourceStaysBehind() throws SQLException {
    copy().sync(SyncListener.SILENT);
    assertThat(number(from, "select count(state) from _godwit_state")).isEqualTo(1);
    assertThat(number(to, "select count(state) from _godwit_state")).isZero();
  }

  @Test
  void aCopyThatIsKilledLeavesTheOldRows() throws Exception {
    copy().sync(SyncListener.SILENT);
    growFrom();
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StalledCopy.class.getName(),
                "duckdb:" + from,
                "duckdb:" + to)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = killed.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo(StalledCopy.COMMITTED);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertThat(number(to, "select count(*) from people")).isEqualTo(1);

    assertThat(copy().sync(SyncListener.SILENT).succeeded()).isTrue();
    assertThat(number(to, "select count(*) from people")).isEqualTo(MANY + 1);
    assertThat(number(to, "select count(distinct id) from people")).isEqualTo(MANY + 1);
  }

  @Test
  void aModeThatNeedsAKeyIsRefusedWithoutOne() throws SQLException {
    copy().writeMode(WriteMode.APPEND).sync(SyncListener.SILENT);
    Path third = folder.resolve("third.duckdb");
    assertThatThrownBy(() ->
            Godwit.contents("duckdb:" + to)
                .to("duckdb:" + third)
                .writeMode(WriteMode.HISTORY)
                .plan())
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("stream.no-key"));
  }
}
