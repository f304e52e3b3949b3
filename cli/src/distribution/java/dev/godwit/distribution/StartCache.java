package dev.godwit.distribution;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// The JVM's cache of loaded and linked classes, which makes short commands start at once.
///
/// @param home the distribution's folder
/// @param java the JVM that will use the cache; another one ignores it
/// @param program file name of the program's jar
record StartCache(Path home, Path java, Path program) {

  /// Trains the cache again when the distribution or the training has changed; returns whether it
  /// did.
  boolean update(Path training, boolean changed) throws IOException, InterruptedException {
    Path cache = home.resolve("lib/godwit.aot");
    boolean current =
        Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(newest(training)) > 0;
    if (current && !changed) {
      return false;
    }
    Files.deleteIfExists(cache);
    Path log = home.resolveSibling("godwit.training.log");
    Process process =
        new ProcessBuilder(command(cache, training))
            .directory(emptyFolder(home.resolveSibling("godwit.training")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();
    if (exit != 0 || Files.notExists(cache)) {
      throw new IllegalStateException(
          "training the start-up cache failed with exit code "
              + exit
              + ":\n"
              + Files.readString(log));
    }
    return true;
  }

  private static FileTime newest(Path folder) throws IOException {
    FileTime newest = Files.getLastModifiedTime(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        FileTime time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
    }
    return newest;
  }

  private static Path emptyFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    return folder;
  }

  /// A cache only fits a JVM with the same native access and object headers, and holds what this
  /// one meets: so as in the launcher.
  private List<String> command(Path cache, Path training) {
    return List.of(
        java.toString(),
        "-XX:AOTCacheOutput=" + cache,
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "--enable-native-access=ALL-UNNAMED",
        "-Djdk.reflect.useNativeAccessorOnly=true",
        "-cp",
        home.resolve("lib").resolve(program).toString(),
        "dev.godwit.cli.Training",
        training.toString());
  }
}
