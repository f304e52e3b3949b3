package dev.godwit.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// The slim JVM that a distribution brings along.
record RuntimeImage(Path folder) {
  /// By hand: jdeps cannot read a class path of modular jars. Beside what the jars name, the list
  /// holds the tables of rare character sets (downloads in them exist), file systems in archives,
  /// and flight recordings.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.httpserver",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  /// The `java` to start the program with: the image's own, or this JDK's where there is no image.
  Path java() {
    Path own = folder.resolve("bin/java");
    return Files.exists(own) ? own : Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /// Links the image unless it is there, made of the same modules by the same JDK.
  boolean update() throws IOException {
    if (isCurrent()) {
      return false;
    }
    deleteAll();
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(
                () -> new IllegalStateException("this JDK has no jlink; use a full JDK 25"));
    int exit =
        jlink.run(
            System.err,
            System.err,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--add-modules",
            String.join(",", MODULES),
            "--output",
            folder.toString());
    if (exit != 0) {
      throw new IllegalStateException("jlink failed with exit code " + exit);
    }
    Files.writeString(noteOfOrigin(), origin());
    return true;
  }

  private boolean isCurrent() throws IOException {
    return Files.exists(folder)
        && Files.exists(noteOfOrigin())
        && Files.readString(noteOfOrigin()).equals(origin());
  }

  private void deleteAll() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private Path noteOfOrigin() {
    return folder.resolveSibling("../godwit.runtime").normalize();
  }

  private static String origin() {
    return System.getProperty("java.vm.version") + " " + String.join(",", MODULES) + "\n";
  }
}
