package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.Folders;
import dev.godwit.protocol.launch.process.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files of one call, in a fresh folder that nobody but its owner can look into.
///
/// @param folder the one that is closed to others
/// @param place where in it the files lie
/// @param flags of the files
record HandedFiles(Path folder, Path place, List<String> flags) {
  /// Who may read the files once he gets at them.
  enum Readers {
    /// Their owner alone.
    OWNER("rwx------", "rw-------"),

    /// Every user of a container, where users have other numbers. The container is shown a folder
    /// inside the one that is closed.
    CONTAINER("rwxr-xr-x", "rw-r--r--");

    private final String ofFolder;
    private final String ofFile;

    Readers(String ofFolder, String ofFile) {
      this.ofFolder = ofFolder;
      this.ofFile = ofFile;
    }
  }

  /// Writes the files.
  ///
  /// @param contents by flag
  /// @throws GodwitException SYSTEM `launch.files`
  static HandedFiles write(Map<String, byte[]> contents, Readers readers) {
    try {
      Path folder = Files.createTempDirectory("godwit-call-");
      try {
        restrict(folder, Readers.OWNER.ofFolder);
        Path place = Files.createDirectory(folder.resolve("call"));
        restrict(place, readers.ofFolder);
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
          Path file = Files.createFile(place.resolve(name(each.getKey())));
          restrict(file, readers.ofFile);
          Files.write(file, each.getValue(), StandardOpenOption.WRITE);
        }
        return new HandedFiles(folder, place, List.copyOf(contents.keySet()));
      } catch (IOException e) {
        Folders.remove(folder);
        throw e;
      }
    } catch (IOException e) {
      throw GodwitException.system(
              "launch.files", "The connector's configuration cannot be written into a file: " + e)
          .hint("Check the free space and the rights of " + System.getProperty("java.io.tmpdir"))
          .causedBy(e);
    }
  }

  private static void restrict(Path path, String rights) throws IOException {
    if (Platform.POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }

  private static String name(String flag) {
    return flag.replaceFirst("^-+", "") + ".json";
  }

  /// Flags and files for a program that sees the place under some name.
  List<String> arguments(String seenAs) {
    List<String> arguments = new ArrayList<>();
    for (String flag : flags) {
      arguments.add(flag);
      arguments.add(seenAs + "/" + name(flag));
    }
    return arguments;
  }

  /// Removes them, as far as that is possible.
  void remove() {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
