package dev.godwit.cli.image;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// This Godwit as files: launcher, libraries, Java.
///
/// @param home what holds launcher and `lib`
/// @param java a Java runtime
record Program(Path launcher, Path home, Path java) {
  /// Where it lies in an image.
  static final String PLACE = "opt/godwit";

  private static final List<String> NOT_NEEDED = List.of("jmods", "man", "include", "demo");

  /// The one that runs.
  ///
  /// @throws GodwitException CONFIG `image.no-program` when it does not run from a distribution for
  ///   Linux
  static Program running() {
    Path launcher = Path.of(System.getProperty("godwit.launcher", "godwit")).toAbsolutePath();
    Path folder = launcher.resolveSibling("");
    Path built = folder.resolve("cli/target/godwit");
    Path home = Files.isDirectory(built) ? built : folder;
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!Files.exists(home.resolve("lib/godwit-cli.jar")) || !system.equals("linux")) {
      throw GodwitException.config(
              "image.no-program", "An image takes a Godwit that was unpacked or built on Linux.")
          .hint("Start it with the launcher godwit of a distribution for Linux.");
    }
    return new Program(launcher, home, Path.of(System.getProperty("java.home")));
  }

  /// The processor that it is for, in the words of images.
  static String processor() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> name;
    };
  }

  /// All of it, in the order of names. Libraries keep the times that the start-up cache knows them
  /// by; all else was changed in 1970.
  List<TarEntry> entries() throws IOException {
    List<TarEntry> entries = new ArrayList<>();
    entries.add(new TarEntry.Folder("opt"));
    entries.add(new TarEntry.Folder(PLACE));
    entries.add(new TarEntry.OnDisk(PLACE + "/godwit", launcher, true, 0));
    add(entries, home.resolve("lib"), PLACE + "/lib", true);
    add(entries, java, PLACE + "/runtime", false);
    return entries;
  }

  private static void add(List<TarEntry> entries, Path folder, String name, boolean timed)
      throws IOException {
    entries.add(new TarEntry.Folder(name));
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      String path = name + "/" + file.getFileName();
      if (Files.isSymbolicLink(file) && !Files.isDirectory(file)) {
        add(entries, file.toRealPath(), path);
      } else if (!Files.isDirectory(file)) {
        long seconds = timed ? Files.getLastModifiedTime(file).toMillis() / 1000 : 0;
        entries.add(new TarEntry.OnDisk(path, file, Files.isExecutable(file), seconds));
      } else if (!NOT_NEEDED.contains(String.valueOf(file.getFileName()))) {
        add(entries, file, path, timed);
      }
    }
  }

  /// What a link leads to, in its place.
  private static void add(List<TarEntry> entries, Path target, String name) {
    entries.add(new TarEntry.OnDisk(name, target, Files.isExecutable(target), 0));
  }
}
