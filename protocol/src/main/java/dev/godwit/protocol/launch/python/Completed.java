package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file that tells a complete environment from half of one. It is put there when all else is,
/// and says what was installed.
final class Completed {
  private static final String MARKER = "godwit.json";
  private static final String FROZEN = "frozen.txt";

  private Completed() {}

  /// The environment in a folder; empty when it is not complete, or its interpreter has gone.
  static Optional<PythonEnvironment> read(Path folder) {
    try {
      return Files.isExecutable(PythonEnvironment.interpreter(folder))
          ? Optional.of(parse(folder, Files.readString(folder.resolve(MARKER))))
          : Optional.empty();
    } catch (IOException | GodwitException e) {
      return Optional.empty();
    }
  }

  /// Declares an environment complete.
  ///
  /// @param facts what the inspection said, as JSON
  /// @throws GodwitException SYSTEM `json.…`, `launch.inspection` when these are no such facts
  static PythonEnvironment write(Path folder, String facts) throws IOException {
    PythonEnvironment environment = parse(folder, facts);
    Files.write(folder.resolve(FROZEN), environment.frozen());
    Path half = Files.writeString(folder.resolve(MARKER + ".half"), facts);
    Files.move(half, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    return environment;
  }

  private static PythonEnvironment parse(Path folder, String facts) {
    if (!(JsonParser.STRICT.parse(facts) instanceof Map<?, ?> all)) {
      throw unexpected(facts);
    }
    return new PythonEnvironment(
        folder,
        text(all, "name"),
        text(all, "version"),
        text(all, "python"),
        texts(all, "scripts"),
        all.get("module") == null ? null : text(all, "module"),
        texts(all, "frozen"));
  }

  private static String text(Map<?, ?> all, String key) {
    return text(all.get(key));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw unexpected(value);
  }

  private static List<String> texts(Map<?, ?> all, String key) {
    if (all.get(key) instanceof List<?> list) {
      return list.stream().map(Completed::text).toList();
    }
    throw unexpected(all.get(key));
  }

  private static GodwitException unexpected(@Nullable Object value) {
    return GodwitException.system(
        "launch.inspection", "What was installed cannot be told from: " + value);
  }
}
