package dev.godwit.python;

import dev.godwit.core.Surroundings;
import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import java.nio.file.Path;
import java.util.List;

/// Runs the components of one file of Python. Whoever makes one has allowed the file to run.
///
/// @param file usually `components.py` beside the manifest
public record PythonComponents(Path file, PythonSettings settings) implements ComponentHosts {
  @Override
  public ComponentHost open(HostWorld world) {
    return new PythonHost(file.toAbsolutePath(), settings, world);
  }

  /// Holds the classes of the file against what a manifest does with them. The file is imported, so
  /// that its statements run; no component is made and nothing is asked for.
  ///
  /// @param sites where the manifest names classes
  /// @throws dev.godwit.core.error.GodwitException SYSTEM `component.start` when there is no
  ///   process to be had
  public List<Misfit> review(List<ComponentSite> sites, Surroundings surroundings) {
    return new Review(file.toAbsolutePath(), settings, surroundings).of(sites);
  }
}
