package dev.godwit.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Renames and removes files so that it outlives a loss of power: files are forced to disk, and the
/// folders that name them.
final class DurableFiles {
  /// How often another process may remove a folder just as it is needed. With a pause of a
  /// millisecond more after each, it takes 0.8 seconds to give up.
  private static final int ATTEMPTS = 40;

  /// Within this process nobody removes a folder (write) between its making and its use (read).
  private static final ReadWriteLock FOLDERS = new ReentrantReadWriteLock();

  private DurableFiles() {}

  /// Renames a file within a file system. Readers see the old file or the new one, whole.
  static void rename(Path from, Path to) throws IOException {
    force(from, StandardOpenOption.WRITE);
    Set<Path> changed = new LinkedHashSet<>();
    for (int attempt = 1; !moved(from, to, changed, attempt == ATTEMPTS); attempt++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt));
    }
    changed.add(folderOf(to));
    for (Path folder : changed) {
      forceFolder(folder);
    }
  }

  /// False where the folder was removed just now, and this is not the last attempt.
  private static boolean moved(Path from, Path to, Set<Path> changed, boolean last)
      throws IOException {
    FOLDERS.readLock().lock();
    try {
      createFolder(folderOf(to), changed);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      if (last || !Files.exists(from)) {
        throw e;
      }
      return false;
    } finally {
      FOLDERS.readLock().unlock();
    }
  }

  /// As {@link #rename}; false where the file lies on another file system.
  static boolean renameIfNear(Path from, Path to) throws IOException {
    try {
      rename(from, to);
      return true;
    } catch (AtomicMoveNotSupportedException e) {
      return false;
    }
  }

  private static Path folderOf(Path file) {
    return file.resolveSibling("");
  }

  /// A folder is durable when the one above it is, which has `changed`.
  private static void createFolder(Path folder, Set<Path> changed) throws IOException {
    Path above = folder.getParent();
    if (above != null && !Files.isDirectory(folder)) {
      createFolder(above, changed);
      Files.createDirectories(folder);
      changed.add(above);
    }
  }

  /// Removes a file that may be there, and the folders below `root` that it leaves empty.
  static void delete(Path file, Path root) throws IOException {
    if (Files.isDirectory(file) || !Files.deleteIfExists(file)) {
      return;
    }
    FOLDERS.writeLock().lock();
    try {
      for (Path folder = file.getParent();
          folder != null && !folder.equals(root);
          folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // somebody else's files are in it
    } finally {
      FOLDERS.writeLock().unlock();
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    if (File.separatorChar == '/') { // Windows cannot, and need not
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      if (option == StandardOpenOption.WRITE) {
        throw e;
      }
    }
  }
}
