package dev.godwit.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  @TempDir Path temp;

  @Test
  void nothingIsMadeBeforeSomethingIsStored() {
    open("new/folder").check();

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aFolderMayBeALink() throws IOException {
    Files.createDirectory(temp.resolve("real"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("real"));
    Storage storage = open("link");

    storage.replace("shop/list", CONTENT, null);

    assertThat(storage.list("")).containsExactly("shop/list");
    assertThat(open("real").list("shop/")).containsExactly("shop/list");
  }

  @Test
  void twoNamesOfOneFolderShareItsLock() throws Exception {
    Files.createDirectory(temp.resolve("real"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("real"));
    List<Callable<String>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Storage storage = open(i % 2 == 0 ? "real" : "link");
      String path = "list-" + i;
      writers.add(() -> storage.replace(path, CONTENT, null));
    }

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(writers)) {
        assertThat(each.get()).isNotEmpty();
      }
    }
    assertThat(open("real").list("list-")).hasSize(20);
  }

  @Test
  void linksToOtherFoldersAreNotListed() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("private"), "not ours");
    Storage storage = open("place");
    storage.replace("here", CONTENT, null);
    Files.createSymbolicLink(temp.resolve("place/there"), outside);

    assertThat(storage.list("")).containsExactly("here");
  }

  @Test
  void filesThatAreCalledLocksAreListed() {
    Storage storage = open("place");
    storage.replace("shop/yarn.lock", CONTENT, null);

    assertThat(storage.list("")).containsExactly("shop/yarn.lock");
  }

  @Test
  void besideAnObjectNothingIsLeft() {
    Storage storage = open("place");
    storage.replace("shop/list", CONTENT, null);

    assertThat(temp.resolve("place/shop")).isDirectoryNotContaining("glob:**/.*");
    assertThat(temp.resolve("place/_godwit/staging")).isEmptyDirectory();
  }

  @Test
  void foldersThatBecomeEmptyGo() {
    Storage storage = open("place");
    storage.replace("a/b/c", CONTENT, null);
    storage.replace("a/d", CONTENT, null);

    storage.delete(List.of("a/b/c"));

    assertThat(temp.resolve("place/a")).isDirectoryNotContaining("glob:**/b");
    assertThat(storage.list("")).containsExactly("a/d");
  }

  @Test
  void aFolderIsNoObject() {
    Storage storage = open("place");
    storage.replace("a/b", CONTENT, null);

    assertThat(storage.read("a")).isNull();
    storage.delete(List.of("a"));
    assertThat(storage.list("")).containsExactly("a/b");
  }

  @Test
  void aFileIsStoredWhileOthersRemoveItsFolder() throws Exception {
    Storage storage = open("place");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> work = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        Path file = Files.write(temp.resolve("file-" + i), CONTENT);
        String path = "a/b/c/" + i;
        work.add(() -> {
          storage.upload(file, path);
          storage.delete(List.of(path));
          return path;
        });
      }
      for (Future<Object> done : threads.invokeAll(work)) {
        assertThat(done.get()).isNotNull();
      }
    }
    assertThat(storage.list("")).isEmpty();
  }

  @Test
  void aFileOfAnotherFileSystemIsCopied() throws IOException {
    Path other = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(other), "needs a second file system");
    assumeTrue(!Files.getFileStore(other).equals(Files.getFileStore(temp)));
    Path file = Files.createTempFile(other, "godwit", "");
    try {
      Files.write(file, CONTENT);
      Storage storage = open("place");

      storage.upload(file, "shop/rows");

      assertThat(storage.read("shop/rows").content()).isEqualTo(CONTENT);
      assertThat(storage.list("")).containsExactly("shop/rows");
      assertThat(temp.resolve("place/_godwit/staging")).isEmptyDirectory();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void backslashesAreLettersWhereTheyPartNothing() {
    assumeTrue(File.separatorChar == '/');
    Storage storage = open("place");
    storage.replace("a\\b", CONTENT, null);

    assertThat(storage.list("")).containsExactly("a\\b");
  }

  @Test
  void aFileWhereAFolderShouldBeIsRefused() throws IOException {
    Files.writeString(temp.resolve("file"), "");

    assertError(() -> open("file").check(), ErrorKind.CONFIG, "storage.not-a-folder");
    assertError(() -> open("file/below").check(), ErrorKind.CONFIG, "storage.not-a-folder");
  }

  @Test
  void anObjectBelowAnotherObjectIsRefused() {
    Storage storage = open("place");
    storage.replace("a", CONTENT, null);

    assertError(() -> storage.replace("a/b", CONTENT, null), ErrorKind.CONFIG, "storage.path");
    assertThat(storage.read("a/b")).isNull();
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    Storage storage = open("place");

    assertError(
        () -> storage.replace("x".repeat(300), CONTENT, null), ErrorKind.CONFIG, "storage.path");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsRefused() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("locked"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(folder), "this user may write everywhere");

    assertError(() -> open("locked").check(), ErrorKind.CONFIG, "storage.denied");
    assertError(() -> open("locked/new").check(), ErrorKind.CONFIG, "storage.denied");
    assertError(() -> open("locked").nearby(), ErrorKind.CONFIG, "storage.denied");
  }

  @Test
  void aReadOnlyFileSystemIsToldAsSuch() {
    assertThat(
            DiskFailure.of("data", new FileSystemException("a", null, "Read-only file system"))
                .code())
        .isEqualTo("storage.denied");
  }

  @Test
  void aFullDiskIsToldAsSuch() {
    assertThat(DiskFailure.of("data", new IOException("No space left on device")).code())
        .isEqualTo("storage.full");
    assertThat(DiskFailure.of("data", new IOException("Disk quota exceeded")).code())
        .isEqualTo("storage.full");
  }

  @Test
  void anUnknownKindOfPlaceIsRefused() {
    GodwitException refused =
        catchThrowableOfType(
            GodwitException.class, () -> Storages.open("ftp://host/shop", Map.of()));

    assertThat(refused.code()).isEqualTo("storage.unknown");
    assertThat(refused.describe()).contains("'ftp'").contains("s3");
  }

  private Storage open(String folder) {
    return Storages.open(temp.resolve(folder).toString(), Map.of());
  }

  private static void assertError(Runnable call, ErrorKind kind, String code) {
    GodwitException error = catchThrowableOfType(GodwitException.class, call::run);
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.kind()).isEqualTo(kind);
  }
}
