package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The files of one call, in a fresh folder that nobody but their owner can look into.
final class HandedFiles {
  private static final FileAttribute<?>[] NONE = {};
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path folder;
  private final List<String> flags;

  private HandedFiles(Path folder, List<String> flags) {
    this.folder = folder;
    this.flags = flags;
  }

  /// Writes the files.
  ///
  /// @param contents by flag
  /// @throws GodwitException SYSTEM `launch.files`
  static HandedFiles write(Map<String, byte[]> contents) {
    try {
      Path folder = Files.createTempDirectory("godwit-call-", only("rwx------"));
      HandedFiles files = new HandedFiles(folder, List.copyOf(contents.keySet()));
      try {
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
          write(folder.resolve(name(each.getKey())), each.getValue());
        }
      } catch (IOException e) {
        files.remove();
        throw e;
      }
      return files;
    } catch (IOException e) {
      throw GodwitException.system(
              "launch.files", "The connector's configuration cannot be written into a file: " + e)
          .hint("Check the free space and the rights of " + System.getProperty("java.io.tmpdir"))
          .causedBy(e);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (ByteChannel channel = Files.newByteChannel(file, NEW, only("rw-------"))) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }

  private static FileAttribute<?>[] only(String rights) {
    return Platform.POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : NONE;
  }

  private static String name(String flag) {
    return flag.replaceFirst("^-+", "") + ".json";
  }

  /// Where they lie.
  Path folder() {
    return folder;
  }

  /// Flags and files for a program that sees the folder under some name.
  List<String> arguments(String seenAs) {
    List<String> arguments = new ArrayList<>();
    for (String flag : flags) {
      arguments.add(flag);
      arguments.add(seenAs + "/" + name(flag));
    }
    return arguments;
  }

  /// Opens the files to every user who gets at them by another way than the folder, which stays
  /// closed: in a container, where users have other numbers.
  void openInside() throws IOException {
    if (Platform.POSIX) {
      Set<PosixFilePermission> readable = PosixFilePermissions.fromString("rw-r--r--");
      for (String flag : flags) {
        Files.setPosixFilePermissions(folder.resolve(name(flag)), readable);
      }
    }
  }

  /// Removes them, as far as that is possible.
  void remove() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
