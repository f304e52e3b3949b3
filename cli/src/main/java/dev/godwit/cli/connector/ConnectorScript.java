package dev.godwit.cli.connector;

import dev.godwit.connector.NamedConnectors;
import java.nio.file.Path;

/// A program of one connector for those that can start a file, but give it no arguments of their
/// own.
///
/// @param launcher what starts Godwit
/// @param connector a destination, or the whole path of a manifest
public record ConnectorScript(String launcher, String connector) {
  /// Set by the launcher to its own path.
  private static final String LAUNCHER = "godwit.launcher";

  /// The script of this Godwit for a connector.
  ///
  /// @param name a destination, or the file of a manifest
  /// @param folder what the file is relative to
  public static ConnectorScript of(String name, Path folder) {
    boolean destination = name.startsWith(NamedConnectors.DESTINATION);
    if (destination) {
      NamedConnectors.destination(name);
    } else {
      NamedConnectors.source(name, folder);
    }
    return new ConnectorScript(
        System.getProperty(LAUNCHER, "godwit"),
        destination ? name : folder.resolve(name).toAbsolutePath().normalize().toString());
  }

  /// A script for the shell that every Unix has.
  public String text() {
    return "#!/bin/sh\nexec %s connector %s \"$@\"\n"
        .formatted(quoted(launcher), quoted(connector));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
