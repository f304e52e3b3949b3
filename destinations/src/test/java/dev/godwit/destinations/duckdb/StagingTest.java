package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.destinations.internal.staging.StagedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  private static final String PROPERTIES =
      "{\"id\":{\"type\":\"integer\"},\"text\":{\"type\":\"string\"}}";

  /// Large enough that four rows fill a file.
  private static final String MEGABYTE = "x".repeat(1 << 20);

  /// Small enough that one row of a slice stays in memory, and two do not.
  private static final String SMALL = "x".repeat((int) StagedRows.MOST_BYTES_OF_A_SLICE * 3 / 4);

  @TempDir Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  private static Path stagingFolder(Path folder) throws IOException {
    return folder.resolve(
        names(folder).stream()
            .filter(name -> name.contains(".godwit-staging-"))
            .findFirst()
            .orElseThrow());
  }

  private static String[] rows(int first, int count) {
    return rows(first, count, MEGABYTE);
  }

  private static String[] rows(int first, int count, String text) {
    String[] rows = new String[count];
    for (int i = 0; i < count; i++) {
      rows[i] = "{\"id\":" + (first + i) + ",\"text\":\"" + (first + i) + text + "\"}";
    }
    return rows;
  }

  private static List<List<@Nullable Object>> ids(Path file) {
    return Loading.query(file, "select id, length(text) from items order by rowid");
  }

  @Test
  void largeSlicesMoveToDiskAndKeepTheirOrder() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      loading.append(1, rows(0, 1, SMALL));
      loading.append(2, rows(100, 1, SMALL));
      loading.append(1, rows(1, 1, SMALL));
      loading.append(3, rows(200, 1, SMALL));
      loading.append(1, rows(2, 1, SMALL));
      Path staging = stagingFolder(folder);
      assertThat(names(staging)).as("the first slice only").hasSize(1);
      assertThat(Files.getPosixFilePermissions(staging))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(loading.commit(Extent.PARTIAL, "x", 2, 1)).isEqualTo(4);
      assertThat(names(staging)).isEmpty();
      loading.append(4, rows(300, 10));
      assertThat(names(staging)).hasSize(1);
      assertThat(loading.commit(Extent.COMPLETE, "y", 3)).isEqualTo(1);
    }
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (long id : new long[] {100, 0, 1, 2, 200}) {
      expected.add(List.of(id, SMALL.length() + (long) Long.toString(id).length()));
    }
    assertThat(ids(file)).isEqualTo(expected);
    assertThat(names(folder)).containsExactly("shop.duckdb");
  }

  @Test
  void aLongSliceLiesInSeveralFilesAndKeepsItsOrder() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      for (int i = 0; i < 20; i++) {
        loading.append(1, rows(i, 1));
      }
      assertThat(names(stagingFolder(folder))).as("four rows each").hasSize(5);
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(20);
    }
    assertThat(ids(file).stream().map(List::getFirst))
        .isEqualTo(java.util.stream.LongStream.range(0, 20).boxed().map(i -> (Object) i).toList());
  }

  @Test
  void manySmallSlicesTogetherStayWithinTheBudget() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      for (int slice = 0; slice < 120; slice++) {
        loading.append(slice, rows(slice, 1, SMALL));
      }
      assertThat(names(stagingFolder(folder)).size() * (long) SMALL.length())
          .as("what is above 16 MiB")
          .isBetween(6_500_000L, 7_500_000L);
      long[] all = java.util.stream.LongStream.range(0, 120).toArray();
      assertThat(loading.commit(Extent.COMPLETE, "x", all)).isEqualTo(120);
    }
    assertThat(ids(file).stream().map(List::getFirst))
        .isEqualTo(java.util.stream.LongStream.range(0, 120).boxed().map(i -> (Object) i).toList());
  }

  @Test
  void aRowLargerThanDuckDbsUsualLimitArrives() {
    Path file = folder.resolve("shop.duckdb");
    String large = "{\"id\":1,\"text\":\"" + MEGABYTE.repeat(20) + "\"}";
    Loading.load(
        file, Loading.items(WriteMode.APPEND, PROPERTIES), "{\"id\":0}", large, "{\"id\":2}");
    assertThat(Loading.value(file, "select length(text) from items where id = 1"))
        .isEqualTo(20L << 20);
  }

  @Test
  void leftoversOfDeadProcessesAreRemovedAndOthersStay() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    String prefix = ".shop.duckdb.godwit-staging-";
    Path dead = Files.createDirectory(folder.resolve(prefix + "999999999-abc"));
    Files.writeString(dead.resolve("rows-1.rows"), "{}");
    long pid = ProcessHandle.current().pid();
    Path sameNumber = Files.createDirectory(folder.resolve(prefix + pid + "-1"));
    Path otherDatabase =
        Files.createDirectory(folder.resolve(".other.duckdb.godwit-staging-999999999-abc"));
    Path alive = Files.createDirectory(folder.resolve(prefix + tokenOfParent()));
    Loading.load(file, Loading.items(WriteMode.APPEND, PROPERTIES), "{\"id\":0}");
    assertThat(dead).doesNotExist();
    assertThat(sameNumber).doesNotExist();
    assertThat(otherDatabase).exists();
    assertThat(alive).exists();
  }

  private static String tokenOfParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    long started = parent.info().startInstant().orElseThrow().toEpochMilli();
    return parent.pid() + "-" + Long.toString(started, 36);
  }

  @Test
  void aFolderWhosePathLooksLikeAPatternWorksToo() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("a[b]*{c}x=d 'e'"));
    Path file = odd.resolve("it's [1] ü.duckdb");
    Loading.load(file, Loading.items(WriteMode.APPEND_DEDUP, PROPERTIES), rows(0, 10));
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(10L);
    assertThat(names(odd)).containsExactly("it's [1] ü.duckdb");
  }

  @Test
  void anInterruptedThreadStillCommitsWhole() throws IOException {
    Path file = folder.resolve("shop.duckdb");
    try (Loading loading = new Loading(file, Loading.items(WriteMode.APPEND, PROPERTIES))) {
      Thread.currentThread().interrupt();
      loading.append(1, rows(0, 10));
      assertThat(loading.commit(Extent.COMPLETE, "x", 1)).isEqualTo(10);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(10L);
    assertThat(names(folder)).containsExactly("shop.duckdb");
  }
}
