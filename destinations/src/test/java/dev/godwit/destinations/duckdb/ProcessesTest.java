package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test runs a second virtual machine.
class ProcessesTest {
  private static final StreamName ITEMS = StreamName.of("items");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  private static void assertLockedBy(Process holder, Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("duckdb.locked");
              assertThat(e.kind()).isEqualTo(ErrorKind.TRANSIENT);
              assertThat(e.message()).contains("in use by process " + holder.pid());
            });
  }

  @Test
  void aFileThatAnotherProcessHasOpenIsLeftAlone() throws Exception {
    Loading.load(file, OtherProcess.STREAM, "{\"id\":7}");
    Process holder = OtherProcess.start("hold", file);
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON)) {
      OtherProcess.awaitLine(holder, "holding");
      assertLockedBy(
          holder,
          () -> destination.open(new StreamPlan(OtherProcess.STREAM, Generation.keeping(0), null)));
      assertLockedBy(holder, () -> destination.stored(ITEMS));
      assertLockedBy(holder, () -> Loading.query(file, "select 1"));
      assertThat(destination.check().problem()).contains("in use by process " + holder.pid());
      holder.getOutputStream().close();
      assertThat(holder.waitFor()).isZero();
      destination.open(new StreamPlan(OtherProcess.STREAM, Generation.keeping(0), null)).close();
    } finally {
      holder.destroyForcibly();
    }
    assertThat(Loading.query(file, "select id from items")).containsExactly(List.of(7L));
    assertThat(files()).containsExactly("shop.duckdb");
  }

  @Test
  void aRunThatIsKilledLosesAndDoublesNothingAndItsLeftoversAreRemoved() throws Exception {
    Process dying = OtherProcess.start("die", file);
    assertThat(dying.waitFor()).isEqualTo(9);
    assertThat(files()).anyMatch(name -> name.startsWith(".shop.duckdb.godwit-staging-"));
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "first"));
    Loading.load(
        file, OtherProcess.STREAM, "{\"id\":1,\"name\":\"again\"}", "{\"id\":2,\"name\":\"new\"}");
    assertThat(Loading.query(file, "select id, name from items order by id"))
        .containsExactly(List.of(1L, "again"), List.of(2L, "new"));
    assertThat(files()).containsExactly("shop.duckdb");
  }

  @Test
  void manyRowsPassThroughASmallHeap() throws Exception {
    Process loading = OtherProcess.start("load", file, "-Xmx96m", "-XX:+UseSerialGC");
    OtherProcess.awaitLine(loading, Integer.toString(OtherProcess.MANY_ROWS));
    assertThat(loading.waitFor()).isZero();
    assertThat(
            Loading.query(
                file,
                "select count(*), count(distinct id), sum(amount - id), max(tags->>1) from items"))
        .containsExactly(
            List.of(
                (long) OtherProcess.MANY_ROWS,
                (long) OtherProcess.MANY_ROWS,
                OtherProcess.MANY_ROWS * 0.25,
                "b99999"));
  }
}
