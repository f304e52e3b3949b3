package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.protocol.launch.Launcher;
import dev.godwit.protocol.launch.process.LastLines;
import dev.godwit.protocol.launch.process.Leash;
import dev.godwit.protocol.launch.process.Passage;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Start;
import dev.godwit.protocol.launch.process.Watched;
import dev.godwit.protocol.launch.process.Watcher;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts processes of Python, and waits until they have read a file of components.
///
/// @param file of the components
record HostStart(Path file, PythonSettings settings, HostWorld world) {
  private static final int BUFFER = 1 << 16;
  private static final Duration LAST_BREATH = Duration.ofSeconds(2);

  /// A process that is ready for calls.
  ///
  /// @throws GodwitException CONFIG `component.import` when the file cannot be imported, SYSTEM
  ///   `component.start` when there is no process to be had
  HostProcess run() {
    LastLines errors = new LastLines();
    HostProgram program = HostProgram.unpack();
    Watched process = null;
    HostProcess ready = null;
    try {
      process = Watched.start(start(program), listener(errors));
      DataInputStream in = new DataInputStream(new BufferedInputStream(process.output(), BUFFER));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(process.input(), BUFFER));
      greet(in, out);
      ready = new HostProcess(settings, world, program, process, in, out, errors);
      return ready;
    } catch (IOException e) {
      throw failed(e, process, errors);
    } finally {
      if (ready == null) {
        if (process != null) {
          process.stop();
        }
        program.close();
      }
    }
  }

  /// A process that ended at once tells why on standard error; its last words are waited for.
  private static GodwitException failed(
      IOException cause, @Nullable Watched process, LastLines errors) {
    if (process != null) {
      process.stop();
    }
    String why = process == null ? ": " + cause.getMessage() : "." + errors.afterwards();
    return GodwitException.system(
            "component.start", "The process for Python components did not start" + why)
        .hint(
            "It needs a Python with "
                + PythonSettings.REFERENCE
                + ". GODWIT_COMPONENTS_PYTHON can name one.")
        .causedBy(cause);
  }

  private Watcher listener(LastLines errors) {
    Log log = world.surroundings().log();
    return new Watcher() {
      @Override
      public void said(String line) {
        errors.add(line);
        log.info("Python: " + line);
      }

      @Override
      public void ended(int exit, boolean stopped) {}
    };
  }

  private Start start(HostProgram program) {
    Map<String, String> variables = world.surroundings().variables();
    List<String> command =
        List.of(
            interpreter(variables).toString(),
            "-u",
            "-B",
            program.main().toString(),
            file.toString());
    return new Start(
        command,
        environment(variables, program.folder()),
        new Leash(new SearchPath(variables)),
        Leash.LastWill.KILL,
        LAST_BREATH);
  }

  private Path interpreter(Map<String, String> variables) {
    Path named = settings.interpreter();
    return named != null
        ? named
        : new Launcher(settings.launch(), variables, world.surroundings().log())
            .interpreter(new Launch.PythonPackage(PythonSettings.REFERENCE));
  }

  /// Components see nothing of Godwit's environment but what every program needs, and no proxies:
  /// their requests are sent from here.
  private static Map<String, String> environment(Map<String, String> variables, Path scratch) {
    Map<String, String> environment = new HashMap<>(Passage.CONNECTOR.of(variables, List.of()));
    environment.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    environment.put("TMPDIR", scratch.toString());
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("AIRBYTE_ENABLE_UNSAFE_CODE", "true");
    environment.put("DO_NOT_TRACK", "true");
    return environment;
  }

  private void greet(DataInputStream in, DataOutputStream out) throws IOException {
    Map<String, @Nullable Object> greeting = new LinkedHashMap<>();
    greeting.put("memory", (long) settings.memory());
    greeting.put("now", frozen());
    new Frame(greeting, Frame.NO_BODY).write(out);
    Frame first = Frame.read(in);
    if (first.has("failed")) {
      throw Failures.importing(file, first.object("failed"));
    }
    if (first.head().get("ready") instanceof List<?> open && !open.isEmpty()) {
      world
          .surroundings()
          .log()
          .warn(
              "This system does not keep Python components from: "
                  + String.join(", ", open.stream().map(String::valueOf).toList()));
    }
  }

  /// The present in seconds since 1970, where it stands still.
  private @Nullable Double frozen() {
    Clock clock = world.surroundings().clock();
    boolean stands = clock.equals(Clock.fixed(clock.instant(), clock.getZone()));
    return stands ? (Double) (clock.millis() / 1000.0) : null;
  }
}
