package dev.godwit.protocol.launch.python;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps a folder to one thread of one process at a time, by a file beside it. Is freed when its
/// process dies.
final class FolderLock implements AutoCloseable {
  /// The lock of a file holds for a whole process; within it, these do.
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final ReentrantLock here;
  private final FileChannel file;

  private FolderLock(ReentrantLock here, FileChannel file) {
    this.here = here;
    this.file = file;
  }

  /// Waits for the folder.
  static FolderLock of(Path folder) throws IOException, InterruptedException {
    Path name = folder.resolveSibling(folder.getFileName() + ".lock").toAbsolutePath();
    Files.createDirectories(name.getParent());
    ReentrantLock here = HERE.computeIfAbsent(name, any -> new ReentrantLock());
    here.lockInterruptibly();
    try {
      FileChannel file =
          FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        file.lock();
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
      return new FolderLock(here, file);
    } catch (IOException | RuntimeException e) {
      here.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      here.unlock();
    }
  }
}
