package dev.godwit.python;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.protocol.launch.LaunchSettings;
import dev.godwit.protocol.launch.Launcher;
import java.nio.file.Path;

/// The Python that tests run components with: the one that `-Dreference.python` names, else an
/// environment that is installed below `target` once.
final class Pythons {
  private Pythons() {}

  static PythonSettings settings() {
    String named = System.getProperty("reference.python", "");
    LaunchSettings launch =
        LaunchSettings.standard(System.getenv()).withCache(Path.of("target", "python"));
    PythonSettings usual = PythonSettings.of(System.getenv(), launch);
    return new PythonSettings(
        named.isEmpty() ? usual.interpreter() : Path.of(named),
        usual.memory(),
        usual.patience(),
        launch);
  }

  /// The interpreter itself, for tests that run the reference.
  static Path interpreter() {
    PythonSettings settings = settings();
    Path named = settings.interpreter();
    return named != null
        ? named
        : new Launcher(settings.launch(), System.getenv(), Log.NONE)
            .interpreter(new Launch.PythonPackage(PythonSettings.REFERENCE));
  }

  /// Installs what is missing, or skips the test with the reason.
  static void prepare() {
    try {
      Path _ = interpreter();
    } catch (GodwitException e) {
      abort("no Python with the reference can be had here: " + e.getMessage());
    }
  }
}
