package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @TempDir Path folder;

  private static void assertRefused(Path file, String code) {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      StreamPlan plan =
          new StreamPlan(
              Loading.items(WriteMode.APPEND, "{\"id\":{}}"), Generation.keeping(0), null);
      assertThatThrownBy(() -> destination.open(plan))
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.message()).contains(file.getFileName().toString());
                assertThat(e.hint()).isNotEmpty();
                assertThat(destination.check().problem()).isEqualTo(e.describe());
              });
    }
  }

  private long entries() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.count();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "no database, certainly ".repeat(1000));
    assertRefused(file, "duckdb.not-a-database");
    assertThat(file).content().startsWith("no database").hasSize(23_000);
    Path empty = Files.createFile(folder.resolve("empty.duckdb"));
    assertRefused(empty, "duckdb.not-a-database");
    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void aFolderIsNoFile() {
    assertRefused(folder, "duckdb.not-a-database");
  }

  @Test
  void aMissingFolderIsNotCreated() {
    assertThatThrownBy(() ->
            Loading.load(folder.resolve("no/shop.duckdb"), Loading.items(WriteMode.APPEND, "{}")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("duckdb.no-folder"));
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "this user may write everywhere");
    assertRefused(locked.resolve("shop.duckdb"), "duckdb.no-access");
  }

  @Test
  void checkingCreatesNothing() throws IOException {
    try (DuckDbDestination destination =
        DuckDbDestination.open(folder.resolve("shop.duckdb").toString(), Loading.NOON)) {
      assertThat(destination.check().succeeded()).isTrue();
    }
    assertThat(entries()).isZero();
  }

  @Test
  void checkingADatabaseLeavesItAsItIs() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    Loading.load(file, Loading.items(WriteMode.APPEND, "{}"), "{\"id\":1}");
    byte[] before = Files.readAllBytes(file);
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      assertThat(destination.check().succeeded()).isTrue();
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void pathsAreRelativeToTheHomeOrTheWorkingFolder() {
    String home = System.getProperty("user.home");
    assertThat(DuckDbFile.of("~/a/b.duckdb", Map.of()).path())
        .isEqualTo(Path.of(home, "a", "b.duckdb"));
    assertThat(DuckDbFile.of("x/../b.duckdb", Map.of()).path())
        .isEqualTo(Path.of("b.duckdb").toAbsolutePath());
    assertThat(DuckDbFile.of("/tmp/b.duckdb", Map.of()).path()).isEqualTo(Path.of("/tmp/b.duckdb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?b.duckdb", "a;threads=1.duckdb"})
  void pathsThatDuckDbMisunderstandsAreRefused(String path) {
    assertThatThrownBy(() -> DuckDbFile.of(path, Map.of()))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("duckdb.bad-path"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IO Error: Could not write file \"x\": No space left on device|duckdb.disk-full",
        "IO Error: Cannot open file \"x\": Permission denied|duckdb.no-access",
        "IO Error: Cannot open file \"x\": Read-only file system|duckdb.no-access",
        "IO Error: Could not read from file \"x\": Input/output error|duckdb.disk",
        "FATAL Error: Failed to checkpoint: Could not write file \"x\": File too large|duckdb.disk",
        "Out of Memory Error: failed to allocate data of size 32.0 MiB|duckdb.memory",
        "IO Error: Could not set lock on file \"x\": Resource temporarily"
            + " unavailable|duckdb.locked",
        "Serialization Error: file was created with a newer version of DuckDB|duckdb.newer-file",
        "Constraint Error: key 'private@example.com' is not unique|duckdb.refused",
      })
  void troubleHasACodeAndQuotesNoRows(String message, String code) {
    GodwitException error = DuckDbErrors.of(new SQLException(message), "/shop.duckdb");
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.describe()).doesNotContain("private@example.com");
  }
}
