package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of the file system. What is stored is first written beside its place and then renamed,
/// and both are forced to disk.
final class LocalFolder implements Storage {
  /// Where things wait that belong to no reader.
  private static final String OWN = "_godwit";

  private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path root;

  LocalFolder(Path root) {
    this.root = root;
  }

  @Override
  public String toString() {
    return root.toString();
  }

  @Override
  public void check() {
    Path there = root;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && !Files.isDirectory(there)) {
      throw GodwitException.config("storage.not-a-folder", there + " is not a folder.")
          .hint("Name another folder.");
    }
    if (there == null || !Files.isWritable(there)) {
      throw denied(null);
    }
  }

  @Override
  public @Nullable StoredObject read(String path) {
    try {
      byte[] content = Files.readAllBytes(root.resolve(path));
      return new StoredObject(content, version(content));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public String replace(String path, byte[] content, @Nullable String replaced) {
    ReentrantLock lock = LOCKS.computeIfAbsent(root.resolve(path), unseen -> new ReentrantLock());
    lock.lock();
    try {
      return replaceLocked(path, content, replaced);
    } finally {
      lock.unlock();
    }
  }

  /// Other processes are kept out by a lock that the system drops when a process dies.
  private String replaceLocked(String path, byte[] content, @Nullable String replaced) {
    Path target = root.resolve(path);
    try {
      Files.createDirectories(target.resolveSibling(""));
      Path lock = target.resolveSibling("." + target.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        StoredObject present = read(path);
        String version = present == null ? null : present.version();
        if (!held.isValid() || !Objects.equals(version, replaced)) {
          throw GodwitException.transientError(
                  "storage.changed", "Somebody else has just written to " + this + ".")
              .hint("Let one sync at a time write a stream.");
        }
        Path written = nearby().resolve(UUID.randomUUID() + ".tmp");
        Files.write(written, content);
        rename(written, target);
        return version(content);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void upload(Path file, String path) {
    try {
      Path target = root.resolve(path);
      Files.createDirectories(target.resolveSibling(""));
      if (Files.getFileStore(file).equals(Files.getFileStore(target.resolveSibling("")))) {
        rename(file, target);
      } else {
        Path copy = nearby().resolve(UUID.randomUUID() + ".tmp");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        rename(copy, target);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Renames a file once its content is on disk.
  private static void rename(Path from, Path to) throws IOException {
    force(from, StandardOpenOption.WRITE);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(to.resolveSibling(""), StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  @Override
  public void download(String path, Path file) {
    try {
      Files.copy(root.resolve(path), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      throw GodwitException.contract("storage.no-object", "There is no " + path + " in " + this)
          .causedBy(e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void move(String from, String to) {
    try {
      Path target = root.resolve(to);
      Files.createDirectories(target.resolveSibling(""));
      rename(root.resolve(from), target);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Folders that have become empty go, too.
  @Override
  public void delete(Collection<String> paths) {
    try {
      for (String path : paths) {
        Path file = root.resolve(path);
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null && !folder.equals(root) && isEmpty(folder)) {
          Files.deleteIfExists(folder);
          folder = folder.getParent();
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  @Override
  public List<String> list(String prefix) {
    Path folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.startsWith(prefix) && !path.endsWith(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Path nearby() {
    try {
      return Files.createDirectories(root.resolve(OWN).resolve("staging"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public String address(String path) {
    return root.resolve(path).toString();
  }

  private GodwitException failed(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException || message.contains("Read-only file system")) {
      return denied(e);
    }
    if (message.contains("No space left on device")) {
      return GodwitException.transientError("storage.full", "The disk of " + root + " is full.")
          .hint("Free some space and run again: it goes on from the last checkpoint.")
          .causedBy(e);
    }
    return GodwitException.transientError(
            "storage.refused", "A file in " + root + " could not be read or written: " + message)
        .causedBy(e);
  }

  private GodwitException denied(@Nullable IOException e) {
    GodwitException error =
        GodwitException.config("storage.denied", root + " cannot be written: no permission.")
            .hint("Check who owns the folder.");
    return e == null ? error : error.causedBy(e);
  }

  private static String version(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {}
}
