package dev.godwit.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// What a user downloads: the distribution's folder as a tar.gz and as a zip.
///
/// @param home the distribution's folder
/// @param name of the archives, without ending
record Archives(Path home, String name) {

  /// Forgets archives that no longer equal the folder.
  void delete() throws IOException {
    Files.deleteIfExists(tarball());
    Files.deleteIfExists(zip());
  }

  /// Writes the archives that are missing, both at once.
  void createMissing() throws IOException, InterruptedException {
    Process tar = Files.exists(tarball()) ? null : startTar();
    if (Files.notExists(zip())) {
      writeZip();
    }
    if (tar != null && tar.waitFor() != 0) {
      Files.deleteIfExists(tarball());
      throw new IllegalStateException("tar failed with exit code " + tar.exitValue());
    }
  }

  private Path tarball() {
    return home.resolveSibling(name + ".tar.gz");
  }

  private Path zip() {
    return home.resolveSibling(name + ".zip");
  }

  private Process startTar() throws IOException {
    return new ProcessBuilder(
            "tar", "-czf", tarball().toString(), "-C", home.getParent().toString(), folder())
        .inheritIO()
        .start();
  }

  private void writeZip() throws IOException {
    Path unfinished = home.resolveSibling(name + ".zip.part");
    Files.deleteIfExists(unfinished);
    Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem zip =
            FileSystems.newFileSystem(URI.create("jar:" + unfinished.toUri()), options);
        Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        copy(file, zip.getPath(folder(), home.relativize(file).toString()));
      }
    }
    Files.move(unfinished, zip());
  }

  /// Links, which zip files lack, become what they point at.
  private static void copy(Path file, Path entry) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(entry);
    } else {
      Files.copy(file, entry);
      Files.setLastModifiedTime(entry, Files.getLastModifiedTime(file));
      Files.setPosixFilePermissions(entry, Files.getPosixFilePermissions(file));
    }
  }

  private String folder() {
    return home.getFileName().toString();
  }
}
