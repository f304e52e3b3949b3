package dev.godwit.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The archive that the build has just packed, unpacked as a user does it.
record UnpackedDistribution(Path home) {

  /// What a finished process left behind.
  record Outcome(int exit, String out, String err) {}

  static UnpackedDistribution into(Path folder) throws IOException, InterruptedException {
    Path tarball;
    try (Stream<Path> built =
        Files.list(Path.of(System.getProperty("distribution.folder", "target")))) {
      tarball = built.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    Process tar =
        new ProcessBuilder("tar", "-xzf", tarball.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    return new UnpackedDistribution(folder.resolve("godwit"));
  }

  Path launcher() {
    return home.resolve("godwit");
  }

  Path library(String name) {
    return home.resolve("lib").resolve(name);
  }

  Path java() {
    return home.resolve("runtime/bin/java");
  }

  /// Runs a program with these variables and no others.
  Outcome run(Map<String, String> environment, Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path err = Files.createTempFile(home, "stderr", null);
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, Files.readString(err));
  }
}
