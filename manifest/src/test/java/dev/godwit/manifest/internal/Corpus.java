package dev.godwit.manifest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The recorded manifests, where they are at hand.
public final class Corpus {
  private Corpus() {}

  public static boolean isPresent() {
    return Files.isDirectory(root().resolve("cases"));
  }

  /// Every manifest of the cases and features, and of the cases with custom components.
  public static List<Path> manifests() {
    return Stream.of("cases", "features", "custom").flatMap(Corpus::manifests).sorted().toList();
  }

  private static Stream<Path> manifests(String folder) {
    try (Stream<Path> files =
        Files.find(root().resolve(folder), 2, (file, _) -> file.endsWith("manifest.yaml"))) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
  }
}
