package dev.godwit.protocol.launch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Programs for tests: shell scripts in a folder, which are run with the PATH of the tests and
/// other variables.
final class Scripts {
  static final Duration PATIENCE = Duration.ofMillis(200);

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final Lines log = new Lines();

  /// Skips the test where there is no shell.
  Scripts(Path folder) {
    assumeTrue(Platform.POSIX && Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    this.folder = folder;
    variables.put("PATH", System.getenv("PATH"));
  }

  Scripts with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// What was logged.
  Lines log() {
    return log;
  }

  /// A script that may be run.
  Path script(String name, String... lines) {
    try {
      Path script = folder.resolve(name);
      Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      return script;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LaunchSettings settings() {
    return LaunchSettings.standard(variables)
        .withCache(folder.resolve("cache"))
        .withPatience(PATIENCE);
  }

  Launcher launcher(LaunchSettings settings) {
    return launcher(settings, log);
  }

  Launcher launcher(LaunchSettings settings, Log other) {
    return new Launcher(settings, variables, other);
  }

  Program program(String... lines) {
    Path script = script("connector", lines);
    return launcher(settings()).prepare(new Launch.Executable(script, List.of()));
  }

  Child start(String... lines) {
    return program(lines).start(new Invocation("read", Map.of()));
  }

  /// A log that remembers.
  static final class Lines implements Log {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void write(Level level, String message) {
      lines.add(level + " " + message);
    }

    List<String> all() {
      return List.copyOf(lines);
    }
  }
}
