package dev.godwit.cli.terminal;

import java.nio.file.Path;
import java.util.Map;

/// Where a command reads and writes. Results go to `out`, everything said to people to `err`.
///
/// @param variables environment variables
/// @param folder what relative paths are relative to; empty for the process's own folder
public record Terminal(Channel out, Channel err, Map<String, String> variables, Path folder) {
  public Terminal {
    variables = Map.copyOf(variables);
  }

  /// The terminal of this process.
  public static Terminal ofProcess() {
    return TerminalProbe.probe();
  }
}
