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

/// Renames and removes files so that it outlives a loss of power: files are forced to disk, and the
/// folders that name them.
final class DurableFiles {
  /// How often somebody else may remove a folder just as it is needed.
  private static final int ATTEMPTS = 20;

  private DurableFiles() {}

  /// Renames a file within a file system. Readers see the old file or the new one, whole.
  static void rename(Path from, Path to) throws IOException {
    force(from, StandardOpenOption.WRITE);
    for (int attempt = 1; ; attempt++) {
      try {
        createFolder(folderOf(to));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        break;
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        if (attempt == ATTEMPTS || !Files.exists(from)) {
          throw e;
        }
      }
    }
    forceFolder(folderOf(to));
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

  /// A folder is durable when the one above it is.
  private static void createFolder(Path folder) throws IOException {
    Path above = folder.getParent();
    if (above != null && !Files.isDirectory(folder)) {
      createFolder(above);
      Files.createDirectories(folder);
      forceFolder(above);
    }
  }

  /// Removes a file that may be there, and the folders below `root` that it leaves empty.
  static void delete(Path file, Path root) throws IOException {
    if (Files.isDirectory(file) || !Files.deleteIfExists(file)) {
      return;
    }
    for (Path folder = file.getParent();
        folder != null && !folder.equals(root);
        folder = folder.getParent()) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
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
