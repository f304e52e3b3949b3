package dev.godwit.distribution;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Copies files that differ from their copy in size or time.
final class Mirror {
  private Mirror() {}

  /// Returns whether the copy had to change. A source that does not exist is no file to copy.
  static boolean file(Path source, Path copy) throws IOException {
    if (Files.notExists(source) || isSame(source, copy)) {
      return false;
    }
    Files.copy(source, copy, REPLACE_EXISTING, COPY_ATTRIBUTES);
    return true;
  }

  private static boolean isSame(Path source, Path copy) throws IOException {
    return Files.exists(copy)
        && Files.size(source) == Files.size(copy)
        && Files.getLastModifiedTime(source).equals(Files.getLastModifiedTime(copy));
  }
}
