package dev.godwit.destinations.internal.staging;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where rows lie on disk between their arrival and their commit: a folder that only the owner can
/// enter, named after the process. Safe for use by several threads.
public final class StagingFolder {
  private static final AtomicLong FILES = new AtomicLong();

  private final Path parent;
  private final String prefix;
  private final Path folder;
  private final Function<IOException, GodwitException> failure;

  /// A folder that is not created yet.
  ///
  /// @param parent where it is to be
  /// @param name of the database; others have folders of their own
  /// @param failure makes an error of what goes wrong with files
  public StagingFolder(Path parent, String name, Function<IOException, GodwitException> failure) {
    this.parent = parent;
    this.prefix = "." + name + ".godwit-staging-";
    this.folder = parent.resolve(prefix + Owner.SELF.token());
    this.failure = failure;
  }

  public Path path() {
    return folder;
  }

  /// Creates the folder.
  ///
  /// @throws GodwitException as {@link #failed} makes it, when it cannot be made
  public void create() {
    try {
      Files.createDirectories(folder, onlyForOwner());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Makes an empty file with a name of its own. Somebody else of this process may have removed the
  /// folder meanwhile, for it was empty.
  ///
  /// @throws GodwitException as {@link #failed} makes it, when it cannot be made
  public Path newFile() {
    Path file = folder.resolve("rows-" + FILES.incrementAndGet() + ".rows");
    try {
      while (true) {
        try {
          return Files.createFile(file);
        } catch (NoSuchFileException e) {
          Files.createDirectories(folder, onlyForOwner());
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// What went wrong with a file of the folder.
  public GodwitException failed(IOException e) {
    return failure.apply(e);
  }

  /// Removes what dead processes have left.
  public void clean() {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, this::isLeftover)) {
      found.forEach(StagingFolder::deleteTree);
    } catch (IOException e) {
      // Leftovers cost disk space only; the next run tries again.
    }
  }

  private boolean isLeftover(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(prefix) && !Owner.isAlive(name.substring(prefix.length()));
  }

  /// Removes the folder if nobody else of this process has files in it.
  public void close() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Another writer of this process still uses it, or the next run cleans up.
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> inside = Files.list(root)) {
      for (Path path : inside.toList()) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(root);
    } catch (IOException e) {
      // As above.
    }
  }

  private static FileAttribute<?>[] onlyForOwner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /// A process, told from a later one with the same number by when it started.
  private record Owner(long pid, long started) {
    static final Owner SELF = of(ProcessHandle.current());

    static Owner of(ProcessHandle process) {
      return new Owner(
          process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    String token() {
      return pid + "-" + Long.toString(started, Character.MAX_RADIX);
    }

    static boolean isAlive(String token) {
      int dash = token.indexOf('-');
      String number = dash < 0 ? token : token.substring(0, dash);
      if (!number.matches("\\d{1,18}")) {
        return true;
      }
      return ProcessHandle.of(Long.parseLong(number))
          .map(process -> of(process).token().equals(token))
          .orElse(false);
    }
  }
}
