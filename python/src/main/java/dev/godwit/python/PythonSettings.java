package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.LaunchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Python components are run.
///
/// @param interpreter of an environment that has the reference package; null has one made
/// @param memory megabytes that the process may take; 0 for no limit
/// @param patience how long a call may take
/// @param launch where environments are made, and whether they may be
public record PythonSettings(
    @Nullable Path interpreter, int memory, Duration patience, LaunchSettings launch) {
  /// The release of the reference package whose base classes components are given.
  public static final String REFERENCE = "airbyte-cdk==7.39.1";

  private static final String INTERPRETER = "GODWIT_COMPONENTS_PYTHON";
  private static final String MEMORY = "GODWIT_PYTHON_MEMORY_MB";
  private static final int USUAL_MEMORY = 2048;

  /// The settings of an environment: `GODWIT_COMPONENTS_PYTHON` names an interpreter,
  /// `GODWIT_PYTHON_MEMORY_MB` the memory. A call may take five minutes.
  ///
  /// @throws GodwitException CONFIG `component.settings` for a memory that is no number
  public static PythonSettings of(Map<String, String> variables, LaunchSettings launch) {
    String named = variables.getOrDefault(INTERPRETER, "");
    return new PythonSettings(
        named.isEmpty() ? null : Path.of(named),
        memory(variables.getOrDefault(MEMORY, "")),
        Duration.ofMinutes(5),
        launch);
  }

  /// The same with another limit of time.
  public PythonSettings withPatience(Duration time) {
    return new PythonSettings(interpreter, memory, time, launch);
  }

  private static int memory(String text) {
    try {
      return text.isEmpty() ? USUAL_MEMORY : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw GodwitException.config("component.settings", MEMORY + " is not a number of megabytes.")
          .hint("Give a number such as 2048, or 0 for no limit.")
          .causedBy(e);
    }
  }
}
