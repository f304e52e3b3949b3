package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.Leash.LastWill;
import dev.godwit.protocol.launch.process.Start;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A program on this machine.
///
/// @param command the program and what comes before the connector's command
record LocalProgram(
    String version, List<String> frozen, List<String> command, Surrounding surrounding)
    implements Program {
  @Override
  public Child start(Invocation invocation) {
    HandedFiles files = HandedFiles.write(invocation.files(), HandedFiles.Readers.OWNER);
    List<String> whole = new ArrayList<>(command);
    whole.add(invocation.command());
    whole.addAll(files.arguments(files.place().toString()));
    Start start = surrounding.start(whole, LastWill.KILL);
    try {
      return new Child(
          start, invocation.mask(), surrounding.log(), (exit, stopped) -> files.remove());
    } catch (IOException e) {
      files.remove();
      throw notStarted(command.getFirst(), e);
    }
  }

  /// @param program what could not be started
  static GodwitException notStarted(String program, IOException cause) {
    return GodwitException.config(
            "launch.not-started",
            "The program " + program + " cannot be started: " + cause.getMessage())
        .hint("Run it by hand to see what it lacks.")
        .causedBy(cause);
  }
}
