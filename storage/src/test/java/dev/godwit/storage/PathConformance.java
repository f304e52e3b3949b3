package dev.godwit.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every place promises about paths: how they are listed, and which there are.
public abstract class PathConformance {
  @TempDir protected Path scratch;
  protected Storage storage;

  /// An empty place, opened anew at each call with the same folder.
  protected abstract Storage open(String folder);

  @BeforeEach
  void openPlace() {
    storage = open("conformance-" + UUID.randomUUID());
  }

  @AfterEach
  void closePlace() {
    storage.close();
  }

  @Test
  void pathsAreListedByPrefixInOrder() {
    for (String path : List.of("b/2", "b/1", "a", "b/10", "bc", "c/d/e")) {
      storage.replace(path, bytes(path), null);
    }

    assertThat(storage.list("")).containsExactly("a", "b/1", "b/10", "b/2", "bc", "c/d/e");
    assertThat(storage.list("b")).containsExactly("b/1", "b/10", "b/2", "bc");
    assertThat(storage.list("b/")).containsExactly("b/1", "b/10", "b/2");
    assertThat(storage.list("b/1")).containsExactly("b/1", "b/10");
    assertThat(storage.list("none/")).isEmpty();
  }

  @Test
  void moreThanAThousandObjectsAreListedAndDeleted() throws Exception {
    List<String> paths = IntStream.range(0, 1_050).mapToObj("many/%04d"::formatted).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<?> stored :
          threads.invokeAll(
              paths.stream().map(path -> (Callable<Object>) () -> store(path)).toList())) {
        stored.get();
      }
    }

    assertThat(storage.list("many/")).isEqualTo(paths);
    storage.delete(paths);
    assertThat(storage.list("")).isEmpty();
  }

  private Object store(String path) throws IOException {
    storage.upload(file(path.replace('/', '-'), path), path);
    return path;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space/a b.txt",
        "percent/100%25 %2F.txt",
        "plus+and&and=.txt",
        "question?mark#hash.txt",
        "grüße/日本語/🦆.txt",
        "quote'\"<>.txt",
        "country=Côte d'Ivoire/part-0.parquet",
        ".hidden/.file",
        "a..b/c...",
        "~tilde/$dollar/(round)/[square]/{curly}/!,;:@*"
      })
  void oddNamesStayAsTheyAre(String path) throws IOException {
    storage.upload(file("odd", "odd"), path);

    assertThat(storage.list("")).containsExactly(path);
    assertThat(storage.list(path)).containsExactly(path);
    assertThat(storage.read(path).content()).isEqualTo(bytes("odd"));
    storage.copy(path, path + ".copy");
    storage.copy(path + ".copy", path);
    storage.delete(List.of(path + ".copy"));
    String version = storage.read(path).version();
    storage.replace(path, bytes("new"), version);
    storage.download(path, scratch.resolve("fetched"));
    assertThat(scratch.resolve("fetched")).hasContent("new");
    storage.delete(List.of(path));
    assertThat(storage.list("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/a", "a/", "a//b", "..", "../a", "a/../../b", "./a", "a/.", "nul\0"})
  void pathsThatLeadElsewhereAreRefused(String path) {
    List<Runnable> calls =
        List.of(
            () -> storage.read(path),
            () -> storage.replace(path, bytes("1"), null),
            () -> storage.upload(scratch.resolve("none"), path),
            () -> storage.download(path, scratch.resolve("fetched")),
            () -> storage.copy(path, "other"),
            () -> storage.copy("other", path),
            () -> storage.delete(List.of(path)),
            () -> storage.address(path));
    assertThat(calls)
        .allSatisfy(call ->
            assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                    GodwitException.class, e -> assertThat(e.code()).isEqualTo("storage.path")));
  }

  @Test
  void filesWaitNearbyAndAreNotListed() throws IOException {
    Path waiting = storage.nearby();
    Files.writeString(waiting.resolve("rows"), "1");

    assertThat(storage.list("")).isEmpty();
    storage.upload(waiting.resolve("rows"), "rows");
    assertThat(storage.list("")).containsExactly("rows");
  }

  @Test
  void otherProgramsFindAnObjectByItsAddress() {
    assertThat(storage.address("shop/rows")).endsWith("/shop/rows").startsWith(storage.toString());
  }

  protected final Path file(String name, String content) throws IOException {
    return Files.writeString(scratch.resolve(name), content);
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
