package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.FolderLock;
import dev.godwit.core.file.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A folder of the file system. The version of an object is a digest of its content.
final class LocalFolder implements Storage {
  /// Below it lies what belongs to no reader and is never listed.
  private static final String OWN = "_godwit";

  private static final String STAGING = OWN + "/staging";
  private static final String LOCK = OWN + "/lock";

  private final Path root;

  LocalFolder(Path root) {
    this.root = root;
  }

  /// Opens a folder. Nothing is created yet.
  ///
  /// @param place relative to the working folder, `~` being the home folder
  static LocalFolder open(String place) {
    String home = System.getProperty("user.home", "");
    boolean atHome = place.equals("~") || place.startsWith("~/");
    try {
      return new LocalFolder(
          Path.of(atHome ? home + place.substring(1) : place).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw noPath(place, e);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }

  /// Writes a file where the folder is, or where it would be made.
  @Override
  public void check() {
    Path there = root;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw GodwitException.config("storage.not-a-folder", there + " is not a folder.")
          .hint("Name another folder.");
    }
    try {
      Files.delete(Files.createTempFile(there, ".godwit-check", ""));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public @Nullable StoredObject read(String path) {
    Path file = file(path);
    try {
      if (!Files.isRegularFile(file)) {
        return null;
      }
      byte[] content = Files.readAllBytes(file);
      return new StoredObject(content, Sha256.of(content));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public String replace(String path, byte[] content, @Nullable String replaced) {
    Path target = file(path);
    nearby();
    try (FolderLock _ = FolderLock.take(root.resolve(LOCK))) {
      StoredObject present = read(path);
      if (!Objects.equals(present == null ? null : present.version(), replaced)) {
        throw GodwitException.transientError(
                "storage.changed", "Somebody else has just written to " + this + ".")
            .hint("Let one sync at a time write a stream.");
      }
      land(fresh -> Files.write(fresh, content), target);
      return Sha256.of(content);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Makes a file.
  @FunctionalInterface
  private interface Making {
    void make(Path fresh) throws IOException;
  }

  /// Gives what is made nearby its place, in one step.
  private void land(Making making, Path target) throws IOException {
    Path fresh = nearby().resolve(UUID.randomUUID() + ".tmp");
    try {
      making.make(fresh);
      DurableFiles.rename(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public void upload(Path file, String path) {
    Path target = file(path);
    try {
      if (!DurableFiles.renameIfNear(file, target)) {
        land(fresh -> Files.copy(file, fresh), target);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void download(String path, Path file) {
    try {
      Files.copy(present(path), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Both paths name one file, where the file system can do that.
  @Override
  public void copy(String from, String to) {
    Path target = file(to);
    try {
      Path source = present(from);
      land(fresh -> link(fresh, source), target);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void link(Path fresh, Path source) throws IOException {
    try {
      Files.createLink(fresh, source);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(source, fresh);
    }
  }

  private Path present(String path) {
    Path file = file(path);
    if (!Files.isRegularFile(file)) {
      throw GodwitException.contract(
          "storage.no-object", "There is no " + path + " in " + this + ".");
    }
    return file;
  }

  /// Folders that have become empty go, too.
  @Override
  public void delete(Collection<String> paths) {
    List<Path> files = paths.stream().map(this::file).toList();
    try {
      for (Path file : files) {
        DurableFiles.delete(file, root);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public List<String> list(String prefix) {
    try {
      return new FolderListing(root, prefix, STAGING + "/", LOCK).paths();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Path nearby() {
    try {
      return Files.createDirectories(root.resolve(STAGING));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public String address(String path) {
    return file(path).toString();
  }

  /// Names that Windows would take apart, or that the file system has no letters for, name nothing.
  private Path file(String path) {
    String checked = ObjectPath.checked(path);
    try {
      if (File.separatorChar != '/' && checked.indexOf(File.separatorChar) >= 0) {
        throw new InvalidPathException(checked, "separator");
      }
      return root.resolve(checked);
    } catch (InvalidPathException e) {
      throw noPath(checked, e);
    }
  }

  private static GodwitException noPath(String path, InvalidPathException e) {
    return GodwitException.config(
            "storage.path", "'" + path + "' cannot name a file on this machine.")
        .hint("Choose letters that the file system knows, or set LC_ALL=C.UTF-8.")
        .causedBy(e);
  }

  private GodwitException failed(IOException e) {
    return DiskFailure.of(root.toString(), e);
  }

  @Override
  public void close() {}
}
