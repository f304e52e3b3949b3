package dev.godwit.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program that knows images, as a Go module.
final class Crane {
  private static final String MODULE = "github.com/google/go-containerregistry/cmd/crane@v0.20.3";

  private Crane() {}

  /// The program, built once; null where Go or the module can't be had.
  static @Nullable Path fetch() throws InterruptedException {
    Path folder =
        Path.of(System.getProperty("user.home"), ".cache", "godwit-tests", "crane-0.20.3");
    Path program = folder.resolve("crane");
    if (Files.isExecutable(program)) {
      return program;
    }
    try {
      Files.createDirectories(folder);
      ProcessBuilder go = new ProcessBuilder("go", "install", MODULE);
      go.environment().put("GOBIN", folder.toString());
      Process process =
          go.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && Files.isExecutable(program) ? program : null;
    } catch (IOException noGo) {
      return null;
    }
  }
}
