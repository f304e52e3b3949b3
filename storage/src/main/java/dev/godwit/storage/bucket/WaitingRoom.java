package dev.godwit.storage.bucket;

import dev.godwit.storage.DiskFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A folder of this machine where files wait, readable by its owner only. It goes when it is
/// closed.
final class WaitingRoom implements AutoCloseable {
  private @Nullable Path folder;

  synchronized Path folder() {
    try {
      Path made = folder;
      if (made == null || !Files.isDirectory(made)) {
        made = Files.createTempDirectory("godwit-files-");
        folder = made;
      }
      return made;
    } catch (IOException e) {
      throw DiskFailure.of(System.getProperty("java.io.tmpdir", "."), e);
    }
  }

  @Override
  public synchronized void close() {
    Path made = folder;
    folder = null;
    if (made != null) {
      try {
        Files.walkFileTree(made, new Removal());
      } catch (IOException e) {
        // The system cleans its folder for temporary files.
      }
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
