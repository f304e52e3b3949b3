package dev.godwit.connector;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.permission.PythonPermission;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.registry.entry.ConnectorKind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a user names a connector: the file of a manifest, `exec:` and a program, `pip:` and a
/// package of Python, `docker:` and an image, or the name of a connector. Immutable.
///
/// @param text as the user wrote it
/// @param folder what paths in it are relative to
/// @param python whether the Python of a manifest may run
public record ConnectorReference(String text, Path folder, PythonPermission python) {
  private static final String EXECUTABLE = "exec:";
  private static final String PYTHON = "pip:";
  private static final String IMAGE = "docker:";
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9-]*(@[0-9A-Za-z][0-9A-Za-z.+-]*)?");
  private static final Pattern DESTINATION =
      Pattern.compile("destination-[a-z0-9-]+(@[0-9A-Za-z][0-9A-Za-z.+-]*)?");

  /// A reference that lets no Python run.
  public ConnectorReference(String text, Path folder) {
    this(text, folder, PythonPermission.REFUSED);
  }

  /// The same connector with another permission.
  public ConnectorReference with(PythonPermission other) {
    return new ConnectorReference(text, folder, other);
  }

  /// Where the connector was found, which says how it runs.
  public sealed interface Located {
    /// A manifest, which Godwit runs itself.
    record OfManifest(Path file) implements Located {}

    /// A program of its own.
    ///
    /// @param name what messages call it
    record OfProgram(String name, Launch launch) implements Located {}
  }

  /// The file of a manifest, whatever it is called.
  public static ConnectorReference ofFile(Path manifest) {
    String text = manifest.toString();
    boolean likeName = NAME.matcher(text).matches();
    return new ConnectorReference(
        likeName ? manifest.toAbsolutePath().toString() : text, Path.of(""));
  }

  /// Whether a text names a program rather than the address of a destination.
  public static boolean isProgram(String text) {
    return isPrefixed(text) || DESTINATION.matcher(text).matches();
  }

  private static boolean isPrefixed(String text) {
    return text.startsWith(EXECUTABLE) || text.startsWith(PYTHON) || text.startsWith(IMAGE);
  }

  /// The file that is named; null where something else is.
  public @Nullable Path file() {
    if (isPrefixed(text)) {
      return null;
    }
    try {
      Path path = folder.resolve(text);
      return Files.exists(path) || !NAME.matcher(text).matches() ? path : null;
    } catch (InvalidPathException e) {
      throw GodwitException.config("connector.unknown", "'" + text + "' names no connector.")
          .hint("Name the file of a manifest, or a connector such as source-faker.")
          .causedBy(e);
    }
  }

  /// Finds the connector. A name may be looked up in a registry.
  ///
  /// @param kind at which end it is to stand
  /// @throws GodwitException CONFIG when there is none
  public Located locate(ConnectorKind kind, Surroundings world) {
    if (text.startsWith(EXECUTABLE)) {
      return program(executable(text.substring(EXECUTABLE.length())));
    }
    if (text.startsWith(PYTHON)) {
      return program(new Launch.PythonPackage(text.substring(PYTHON.length())));
    }
    if (text.startsWith(IMAGE)) {
      return program(new Launch.ContainerImage(text.substring(IMAGE.length())));
    }
    Path manifest =
        switch (kind) {
          case SOURCE -> file();
          case DESTINATION -> null;
        };
    return manifest == null
        ? NamedProgram.locate(text, folder, kind, world)
        : new Located.OfManifest(manifest);
  }

  private Located program(Launch launch) {
    return new Located.OfProgram(text, launch);
  }

  /// A bare name is looked for on `PATH`; a path is relative to the folder.
  private Launch executable(String command) {
    boolean bare = !command.contains("/") && !command.contains("\\");
    Path program = bare ? Path.of(command) : folder.resolve(command);
    return new Launch.Executable(program, List.of());
  }
}
