package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Leash;
import dev.godwit.protocol.launch.process.Passage;
import dev.godwit.protocol.launch.process.SearchPath;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// Gets a program ready. What is ready already is not touched, and needs no network.
  ///
  /// @throws GodwitException CONFIG `launch.not-found`, `launch.not-executable`
  public Program prepare(Launch how) {
    return switch (how) {
      case Launch.Executable executable -> executable(executable);
      case Launch.PythonPackage python -> throw new UnsupportedOperationException();
      case Launch.ContainerImage container -> throw new UnsupportedOperationException();
    };
  }

  private Program executable(Launch.Executable executable) {
    Path program = Executables.find(executable.program(), programs);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(executable.arguments());
    return new LocalProgram(
        Executables.version(program), List.of(), command, surrounding(Passage.CONNECTOR));
  }

  private Surrounding surrounding(Passage passage) {
    Map<String, String> environment = passage.of(variables, settings.passedOn());
    return new Surrounding(environment, leash, settings.patience(), log);
  }
}
