package dev.godwit.cli.command;

import dev.godwit.core.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Digests by which a file is known again.
final class FileDigests {
  private FileDigests() {}

  /// SHA-256 in hex, by path.
  static Map<String, String> of(List<Path> files) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        digests.put(file.toString(), Sha256.of(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return digests;
  }
}
