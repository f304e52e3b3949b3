package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The command line of docker or podman. Thread-safe.
///
/// @param program its path
/// @param tool runs it
record ContainerRuntime(Path program, Tool tool, Log log) {
  private static final List<String> KNOWN = List.of("docker", "podman");

  private static final Duration REMOVAL = Duration.ofSeconds(30);

  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][\\w.\\-:/@]*");

  private static final Pattern MISSING =
      Pattern.compile(
          "not found|denied|manifest unknown|unauthorized|invalid reference",
          Pattern.CASE_INSENSITIVE);

  /// @param wanted the user's choice; null takes the first one on `PATH`
  /// @throws GodwitException CONFIG `launch.no-runtime`, `launch.not-found`,
  ///   `launch.not-executable`
  static ContainerRuntime find(@Nullable String wanted, SearchPath programs, Tool tool, Log log) {
    if (wanted != null) {
      return new ContainerRuntime(Executables.find(Path.of(wanted), programs), tool, log);
    }
    return KNOWN.stream()
        .flatMap(name -> programs.find(name).stream())
        .findFirst()
        .map(program -> new ContainerRuntime(program, tool, log))
        .orElseThrow(() ->
            GodwitException.config(
                    "launch.no-runtime",
                    "The connector is a container image, and neither docker nor podman is on PATH.")
                .hint("Install one of them, or name it in the settings."));
  }

  /// An image that is on this machine.
  ///
  /// @param id names exactly this image
  /// @param version its digest in the registry, else its id
  record Image(String id, String version) {}

  /// Pulls an image where it is not there yet.
  ///
  /// @throws GodwitException CONFIG `launch.image`, `launch.offline`, `launch.runtime-failed`;
  ///   CONFIG or TRANSIENT `launch.pull-failed`; TRANSIENT `launch.cancelled`
  Image image(String name, boolean offline) {
    if (!IMAGE.matcher(name).matches()) {
      throw GodwitException.config("launch.image", "\"" + name + "\" is not the name of an image.")
          .hint("Write it as in registry/name:tag.");
    }
    Optional<Image> there = inspect(name);
    if (there.isPresent()) {
      return there.get();
    }
    checkRuns();
    if (offline) {
      throw GodwitException.config(
              "launch.offline",
              "The image " + name + " is not on this machine, and Godwit is offline.")
          .hint("Run once without offline mode; later runs need no network.");
    }
    pull(name);
    return inspect(name).orElseThrow(() -> notPulled(name, "It was pulled and is not there."));
  }

  private Optional<Image> inspect(String name) {
    String form = "{{.Id}} {{range .RepoDigests}}{{.}} {{end}}";
    Tool.Result said = run(List.of("image", "inspect", "--format", form, name));
    if (!said.ok() || said.output().isEmpty()) {
      return Optional.empty();
    }
    String[] words = said.output().getFirst().strip().split("\\s+", -1);
    return Optional.of(new Image(words[0], words[Math.min(1, words.length - 1)]));
  }

  private void checkRuns() {
    Tool.Result said = run(List.of("version"));
    if (!said.ok()) {
      throw GodwitException.config(
              "launch.runtime-failed",
              "The container runtime " + program + " does not work." + said.last().afterwards())
          .hint("Start its daemon, and check that you may use it.");
    }
  }

  private void pull(String name) {
    log.info("Pulling the image " + name);
    Tool.Result pulled = run(List.of("pull", name));
    if (!pulled.ok()) {
      throw notPulled(name, pulled.last().afterwards().strip());
    }
  }

  private static GodwitException notPulled(String name, String why) {
    String message = "The image " + name + " cannot be pulled. " + why;
    return MISSING.matcher(why).find()
        ? GodwitException.config("launch.pull-failed", message)
            .hint("Check name and tag, and that you are logged in where the registry wants it.")
        : GodwitException.transientError("launch.pull-failed", message)
            .hint("Check the connection to the registry, and try again.");
  }

  /// Removes a container, also one that runs. Gives up after some time.
  void remove(String container) {
    Thread removal = Thread.ofVirtual().start(() -> forget(container));
    try {
      if (!removal.join(REMOVAL)) {
        log.warn("The container " + container + " may still run: " + program + " does not answer.");
        removal.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget(String container) {
    try {
      tool.run(List.of(program.toString(), "rm", "--force", container), line -> {});
    } catch (IOException e) {
      log.warn("The container " + container + " may still run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Tool.Result run(List<String> arguments) {
    List<String> command = new ArrayList<>(Stream.of(program.toString()).toList());
    command.addAll(arguments);
    try {
      return tool.run(command, line -> log.debug(program.getFileName() + ": " + line));
    } catch (IOException e) {
      throw LocalProgram.notStarted(program.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
              "launch.cancelled", "Getting the image ready was interrupted.")
          .hint("Run it again.")
          .causedBy(e);
    }
  }
}
