package dev.godwit.permission;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.Sha256;
import dev.godwit.core.log.Log;
import dev.godwit.registry.lock.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The files of Python that a project has let run, with their hashes, in its `godwit.lock`.
///
/// @param project the folder of the lock file
public record ComponentPins(Path project) {
  /// Looks whether a file is the one that was allowed. One that was never seen is pinned.
  ///
  /// @param log hears of a file that is pinned, with its hash
  /// @throws GodwitException CONFIG `component.changed` when it is another one
  public void require(Path components, Log log) {
    String sha256 = hash(components);
    String pinned = lock().component(key(components)).orElse(null);
    if (pinned == null) {
      lock().putComponent(key(components), sha256);
      log.info(
          "Python runs: "
              + components
              + ", sha256 "
              + sha256
              + ". "
              + LockFile.NAME
              + " keeps this hash.");
    } else if (!pinned.equals(sha256)) {
      throw GodwitException.config(
              "component.changed",
              "%s is not the file that was allowed to run: its sha256 is %s, and %s has %s."
                  .formatted(components, sha256, LockFile.NAME, pinned))
          .hint("Read what has changed, then run: godwit components allow " + components);
    }
  }

  /// How a file stands to the one that was allowed.
  ///
  /// @param sha256 of the file; null where it cannot be read
  /// @param pinned the hash of the one that was allowed; null where none was
  public record Standing(@Nullable String sha256, @Nullable String pinned) {
    /// In words for users.
    public String words() {
      if (sha256 == null) {
        return "there is no such file";
      }
      if (pinned == null) {
        return "sha256 " + sha256 + ", never allowed to run";
      }
      return sha256.equals(pinned)
          ? "sha256 " + sha256 + ", allowed by " + LockFile.NAME
          : "sha256 " + sha256 + ", not the one that was allowed (" + pinned + ")";
    }
  }

  /// Looks at a file without changing anything.
  public Standing standing(Path components) {
    String sha256 = Files.isReadable(components) ? hash(components) : null;
    return new Standing(sha256, lock().component(key(components)).orElse(null));
  }

  /// Allows a file as it is now.
  ///
  /// @return its hash
  /// @throws GodwitException CONFIG `component.no-file` when it cannot be read
  public String allow(Path components) {
    String sha256 = hash(components);
    lock().putComponent(key(components), sha256);
    return sha256;
  }

  private LockFile lock() {
    return new LockFile(project.resolve(LockFile.NAME));
  }

  private static String hash(Path components) {
    try {
      return Sha256.of(Files.readAllBytes(components));
    } catch (IOException e) {
      throw GodwitException.config("component.no-file", components + " cannot be read.")
          .hint("Name the file of the connector's components.")
          .causedBy(e);
    }
  }

  /// Files of the project are named from its folder, so that the lock file serves everybody.
  private String key(Path components) {
    Path folder = project.toAbsolutePath().normalize();
    Path file = components.toAbsolutePath().normalize();
    Path named = file.startsWith(folder) ? folder.relativize(file) : file;
    return named.toString().replace('\\', '/');
  }
}
