package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Leash;
import dev.godwit.protocol.launch.process.Passage;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Tool;
import dev.godwit.protocol.launch.python.PythonEnvironment;
import dev.godwit.protocol.launch.python.PythonEnvironments;
import dev.godwit.protocol.launch.python.Requirement;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gets programs ready: finds them, installs them, pulls them. Thread-safe.
public final class Launcher {
  private final LaunchSettings settings;
  private final Map<String, String> variables;
  private final Log log;
  private final SearchPath programs;
  private final Leash leash;

  /// @param variables Godwit's environment; only a few of them are passed on
  /// @param log gets the progress of installations and what connectors say on standard error
  public Launcher(LaunchSettings settings, Map<String, String> variables, Log log) {
    this.settings = settings;
    this.variables = Map.copyOf(variables);
    this.log = log;
    this.programs = new SearchPath(variables);
    this.leash = new Leash(programs);
  }

  /// Gets a program ready. What is ready already is not touched, and needs no network. An interrupt
  /// ends an installation.
  ///
  /// @throws GodwitException with a code that begins with `launch.`; CONFIG where the user can
  ///   correct something, TRANSIENT where the network failed or the thread was interrupted, SYSTEM
  ///   where the cache cannot be written
  public Program prepare(Launch how) {
    return switch (how) {
      case Launch.Executable executable -> executable(executable);
      case Launch.PythonPackage python -> python(python);
      case Launch.ContainerImage container -> container(container);
    };
  }

  /// The interpreter of the environment of a Python package, which is installed where it is not
  /// there yet. Throws as [#prepare] does.
  public Path interpreter(Launch.PythonPackage python) {
    return environments()
        .prepare(Requirement.parse(python.requirement()), python.frozen())
        .interpreter();
  }

  /// Removes what was installed for a Python package, so that it is installed anew, and a
  /// requirement without a version finds the newest one. Others are left as they are.
  ///
  /// @return whether there was anything
  public boolean forget(Launch how) {
    return how instanceof Launch.PythonPackage python
        && environments().forget(Requirement.parse(python.requirement()), python.frozen());
  }

  private Program executable(Launch.Executable executable) {
    Path program = Executables.find(executable.program(), programs);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(executable.arguments());
    return new LocalProgram(
        Executables.version(program), List.of(), command, surrounding(Passage.CONNECTOR));
  }

  private Program python(Launch.PythonPackage python) {
    PythonEnvironment environment =
        environments().prepare(Requirement.parse(python.requirement()), python.frozen());
    return new LocalProgram(
        environment.name() + "==" + environment.version(),
        environment.frozen(),
        environment.command(python.program()),
        surrounding(environment));
  }

  private PythonEnvironments environments() {
    return new PythonEnvironments(
        settings.cache(),
        settings.offline(),
        settings.python(),
        programs,
        tool(Passage.INSTALLER),
        log);
  }

  private Program container(Launch.ContainerImage container) {
    ContainerSettings containers = settings.containers();
    ContainerRuntime runtime =
        ContainerRuntime.find(containers.runtime(), programs, tool(Passage.CONTAINER_RUNTIME), log);
    return new ContainerProgram(
        runtime.image(container.image(), settings.offline()),
        runtime,
        containers,
        settings.passedOn(),
        surrounding(Passage.CONTAINER_RUNTIME));
  }

  private Tool tool(Passage passage) {
    return new Tool(passage.of(variables, settings.passedOn()), leash, settings.patience());
  }

  private Surrounding surrounding(Passage passage) {
    Map<String, String> environment = passage.of(variables, settings.passedOn());
    return new Surrounding(environment, leash, settings.patience(), log);
  }

  /// As if the environment had been activated. Messages are UTF-8 whatever the locale.
  private Surrounding surrounding(PythonEnvironment python) {
    Map<String, String> environment =
        new HashMap<>(Passage.CONNECTOR.of(variables, settings.passedOn()));
    environment.merge(
        "PATH", python.programs().toString(), (path, own) -> own + File.pathSeparator + path);
    environment.put("PYTHONIOENCODING", "utf-8");
    return new Surrounding(environment, leash, settings.patience(), log);
  }
}
