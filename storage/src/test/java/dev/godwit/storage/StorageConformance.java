package dev.godwit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every place promises.
public abstract class StorageConformance extends PathConformance {
  @Test
  void aCheckLeavesNothing() {
    storage.check();

    assertThat(storage.list("")).isEmpty();
  }

  @Test
  void whatIsNotThereIsReadAsNull() {
    assertThat(storage.read("shop/none")).isNull();
  }

  @Test
  void anObjectIsStoredWhereNothingIs() {
    String version = storage.replace("shop/list", bytes("one"), null);

    StoredObject read = storage.read("shop/list");
    assertThat(read.content()).isEqualTo(bytes("one"));
    assertThat(read.version()).isEqualTo(version);
  }

  @Test
  void anObjectMayBeEmpty() {
    storage.replace("empty", new byte[0], null);

    assertThat(storage.read("empty").content()).isEmpty();
  }

  @Test
  void anObjectIsReplacedByWhoKnowsItsVersion() {
    String first = storage.replace("list", bytes("one"), null);
    String second = storage.replace("list", bytes("two"), first);

    assertThat(second).isNotEqualTo(first);
    assertThat(storage.read("list").content()).isEqualTo(bytes("two"));
    assertThat(storage.read("list").version()).isEqualTo(second);
  }

  @Test
  void aWriterWhoExpectsNothingLosesAgainstWhatIsThere() {
    storage.replace("list", bytes("one"), null);

    assertChanged(() -> storage.replace("list", bytes("two"), null));
    assertThat(storage.read("list").content()).isEqualTo(bytes("one"));
  }

  @Test
  void aWriterWhoKnowsAnOlderVersionLoses() {
    String first = storage.replace("list", bytes("one"), null);
    storage.replace("list", bytes("two"), first);

    assertChanged(() -> storage.replace("list", bytes("three"), first));
    assertThat(storage.read("list").content()).isEqualTo(bytes("two"));
  }

  @Test
  void aWriterLosesWhoseObjectHasGone() {
    String first = storage.replace("list", bytes("one"), null);
    storage.delete(List.of("list"));

    assertChanged(() -> storage.replace("list", bytes("two"), first));
    assertThat(storage.read("list")).isNull();
  }

  @Test
  void ofManyWritersAtOnceExactlyOneWins() throws Exception {
    String version = storage.replace("list", bytes("start"), null);
    for (int round = 0; round < 5; round++) {
      version = raceFrom(version, round);
    }
  }

  private String raceFrom(String version, int round) throws Exception {
    List<Callable<String>> writers = new ArrayList<>();
    for (int writer = 0; writer < 6; writer++) {
      byte[] content = bytes("round " + round + " writer " + writer);
      writers.add(() -> replacedOrChanged(content, version));
    }
    List<String> won = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(writers)) {
        if (each.get() != null) {
          won.add(each.get());
        }
      }
    }
    assertThat(won).hasSize(1);
    assertThat(storage.read("list").version()).isEqualTo(won.getFirst());
    return won.getFirst();
  }

  private String replacedOrChanged(byte[] content, String version) {
    try {
      return storage.replace("list", content, version);
    } catch (GodwitException e) {
      assertThat(e.code()).isEqualTo("storage.changed");
      return null;
    }
  }

  @Test
  void anotherProgramSeesWhatWasStored() throws IOException {
    String folder = "shared-" + UUID.randomUUID();
    try (Storage writer = open(folder);
        Storage reader = open(folder)) {
      String version = writer.replace("list", bytes("one"), null);
      writer.upload(file("rows.txt", "1\n2\n"), "shop/rows.txt");

      assertThat(reader.read("list").version()).isEqualTo(version);
      assertThat(reader.list("")).containsExactly("list", "shop/rows.txt");
      reader.replace("list", bytes("two"), version);
      assertChanged(() -> writer.replace("list", bytes("three"), version));
    }
  }

  @Test
  void aFileIsStoredAndFetched() throws IOException {
    storage.upload(file("rows.txt", "1\n2\n"), "shop/orders/rows.txt");

    Path fetched = scratch.resolve("fetched");
    storage.download("shop/orders/rows.txt", fetched);

    assertThat(fetched).hasContent("1\n2\n");
  }

  @Test
  void anEmptyFileIsStored() throws IOException {
    storage.upload(file("nothing", ""), "nothing");

    storage.download("nothing", scratch.resolve("fetched"));
    assertThat(scratch.resolve("fetched")).isEmptyFile();
  }

  @Test
  void aFileTakesThePlaceOfWhatIsThere() throws IOException {
    storage.upload(file("a", "old and long"), "rows");
    storage.upload(file("b", "new"), "rows");

    storage.download("rows", file("fetched", "something else that is longer"));
    assertThat(scratch.resolve("fetched")).hasContent("new");
    assertThat(storage.list("")).containsExactly("rows");
  }

  @Test
  void aFileOfManyPartsComesBackAsItWas() throws IOException {
    Path large = scratch.resolve("large");
    write(large, 42L << 20);
    long size = Files.size(large);
    long digest = digest(large);

    storage.upload(large, "large");
    Path fetched = scratch.resolve("fetched");
    storage.download("large", fetched);

    assertThat(fetched).hasSize(size);
    assertThat(digest(fetched)).isEqualTo(digest);
  }

  @Test
  void fetchingWhatIsNotThereSaysSo() {
    assertThatThrownBy(() -> storage.download("none", scratch.resolve("fetched")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("storage.no-object");
              assertThat(e.kind()).isEqualTo(ErrorKind.CONTRACT);
            });
    assertThat(scratch.resolve("fetched")).doesNotExist();
  }

  @Test
  void anObjectIsCopiedAndOutlivesTheFirst() throws IOException {
    storage.upload(file("rows", "1"), "waiting/rows");
    storage.copy("waiting/rows", "shop/2026/rows");
    storage.copy("waiting/rows", "shop/2026/rows");

    assertThat(storage.list("")).containsExactly("shop/2026/rows", "waiting/rows");
    storage.delete(List.of("waiting/rows"));
    storage.download("shop/2026/rows", scratch.resolve("fetched"));
    assertThat(scratch.resolve("fetched")).hasContent("1");
  }

  @Test
  void anObjectIsCopiedOntoAnother() throws IOException {
    storage.upload(file("a", "old"), "rows");
    storage.upload(file("b", "new"), "waiting");
    storage.copy("waiting", "rows");

    assertThat(storage.list("")).containsExactly("rows", "waiting");
    assertThat(storage.read("rows").content()).isEqualTo(bytes("new"));
  }

  @Test
  void copyingWhatIsNotThereSaysSo() {
    assertThatThrownBy(() -> storage.copy("none", "other"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("storage.no-object"));
  }

  @Test
  void whatIsNotThereCanBeDeleted() {
    storage.replace("here", bytes("1"), null);
    storage.delete(List.of("here", "not-here", "nor/here"));
    storage.delete(List.of());

    assertThat(storage.list("")).isEmpty();
  }

  private static void assertChanged(Runnable replacing) {
    assertThatThrownBy(replacing::run)
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("storage.changed");
              assertThat(e.kind()).isEqualTo(ErrorKind.TRANSIENT);
            });
  }

  private static void write(Path file, long size) throws IOException {
    Random random = new Random(7);
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < size; written += block.length) {
        random.nextBytes(block);
        out.write(block);
      }
      out.write(1);
    }
  }

  private static long digest(Path file) throws IOException {
    long digest = 0;
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(block, 0, block.length);
          read > 0;
          read = in.readNBytes(block, 0, block.length)) {
        digest = 31 * digest + Arrays.hashCode(Arrays.copyOf(block, read));
      }
    }
    return digest;
  }

  /// The files of a folder and all below it.
  protected static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
