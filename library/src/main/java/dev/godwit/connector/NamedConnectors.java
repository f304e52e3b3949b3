package dev.godwit.connector;

import dev.godwit.core.Connector;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.manifest.Manifest;
import dev.godwit.permission.GuardedManifest;
import dev.godwit.permission.PythonPermission;
import dev.godwit.protocol.DestinationConnector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds connectors by what users call them: sources by the path of their manifest, destinations by
/// name.
public final class NamedConnectors {
  /// What the names of destinations begin with.
  public static final String DESTINATION = "destination-";

  private NamedConnectors() {}

  /// The names of all destinations.
  public static List<String> destinations() {
    return BuiltIn.ALL.stream().map(BuiltIn::name).toList();
  }

  /// The destination of a name.
  ///
  /// @throws GodwitException CONFIG `connector.unknown` when there is no such destination
  public static DestinationConnector destination(String name) {
    for (BuiltIn known : BuiltIn.ALL) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    throw GodwitException.config(
            "connector.unknown",
            Spelling.sentence("There is no connector " + name, name, destinations()))
        .hint("There are " + String.join(", ", destinations()) + ".");
  }

  /// The source of a name. Its Python runs where `GODWIT_ALLOW_PYTHON` lets it.
  ///
  /// @param name the path of a manifest
  /// @param folder what it is relative to
  /// @throws GodwitException CONFIG `connector.unknown` when there is no such file, and whatever is
  ///   wrong in the manifest
  public static Connector source(String name, Path folder) {
    Path manifest = folder.resolve(name);
    if (!Files.exists(manifest)) {
      throw GodwitException.config("connector.unknown", "There is no connector " + name + ".")
          .hint("Name the file of a manifest, or one of " + String.join(", ", destinations()));
    }
    PythonPermission python = PythonPermission.REFUSED;
    return new GuardedManifest(Manifest.load(manifest), python.file(manifest), python, null);
  }
}
