package dev.godwit.python;

import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.HostWorld;
import java.nio.file.Path;

/// Runs the components of one file of Python. Whoever makes one has allowed the file to run.
///
/// @param file usually `components.py` beside the manifest
public record PythonComponents(Path file, PythonSettings settings) implements ComponentHosts {
  @Override
  public ComponentHost open(HostWorld world) {
    return new PythonHost(file.toAbsolutePath(), settings, world);
  }
}
