package dev.godwit.protocol.launch;

import dev.godwit.protocol.launch.process.Leash.LastWill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program in a container image.
///
/// @param passedOn names of environment variables that the container may see
record ContainerProgram(
    ContainerRuntime.Image image,
    ContainerRuntime runtime,
    ContainerSettings settings,
    List<String> passedOn,
    Surrounding surrounding)
    implements Program {
  private static final String FILES = "/godwit";

  /// Exit codes above it mean signals.
  private static final int SIGNALS = 128;

  @Override
  public String version() {
    return image.version();
  }

  @Override
  public List<String> frozen() {
    return List.of();
  }

  @Override
  public Child start(Invocation invocation) {
    HandedFiles files =
        HandedFiles.write(contents(invocation.files()), HandedFiles.Readers.CONTAINER);
    String container = "godwit-" + UUID.randomUUID();
    List<String> command = command(container, files.place());
    command.add(invocation.command());
    command.addAll(files.arguments(FILES));
    try {
      return new Child(
          surrounding.start(command, LastWill.TERM),
          invocation.mask(),
          surrounding.log(),
          (exit, stopped) -> {
            if (stopped || exit > SIGNALS) {
              runtime.remove(container);
            }
            files.remove();
          });
    } catch (IOException e) {
      files.remove();
      throw LocalProgram.notStarted(runtime.program().toString(), e);
    }
  }

  private SequencedMap<String, byte[]> contents(SequencedMap<String, byte[]> files) {
    SequencedMap<String, byte[]> contents = new LinkedHashMap<>(files);
    if (settings.mapsPaths()) {
      PathMapping paths = new PathMapping(settings.volumes());
      contents.computeIfPresent("--config", (flag, config) -> paths.map(config));
    }
    return contents;
  }

  /// All up to the connector's own arguments. The runtime keeps no log of its own: it would hold
  /// every record.
  private List<String> command(String container, Path files) {
    List<String> command = new ArrayList<>();
    command.add(runtime.program().toString());
    command.addAll(List.of("run", "--rm", "--interactive", "--init", "--name", container));
    command.addAll(List.of("--log-driver", "none", "--pull", "never"));
    command.addAll(List.of("--volume", files + ":" + FILES + ":ro"));
    settings
        .volumes()
        .forEach((here, there) -> command.addAll(List.of("--volume", here + ":" + there)));
    option(command, "--memory", settings.memory());
    option(command, "--cpus", settings.cpus());
    option(command, "--user", settings.user());
    option(command, "--network", settings.network());
    for (String name : passedOn) {
      option(command, "--env", surrounding.environment().containsKey(name) ? name : null);
    }
    command.addAll(settings.options());
    command.add(image.id());
    return command;
  }

  private static void option(List<String> command, String flag, @Nullable String value) {
    if (value != null) {
      command.addAll(List.of(flag, value));
    }
  }
}
