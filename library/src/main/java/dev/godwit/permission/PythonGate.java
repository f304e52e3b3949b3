package dev.godwit.permission;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.protocol.launch.LaunchSettings;
import dev.godwit.python.Misfit;
import dev.godwit.python.PythonComponents;
import dev.godwit.python.PythonSettings;
import dev.godwit.registry.RegistrySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lets the components of a manifest run, or tells why they do not: the user has to allow it, the
/// file has to be there, and it has to be the one that was allowed before.
///
/// @param project the folder whose lock file pins the file; null pins nothing
record PythonGate(Path components, PythonPermission permission, @Nullable Path project)
    implements ComponentHosts {
  @Override
  public ComponentHost open(HostWorld world) {
    return new Guarded(world);
  }

  /// Holds the classes against what a manifest does with them, as far as they may run.
  List<Misfit> review(List<ComponentSite> sites, Surroundings surroundings) {
    if (sites.isEmpty()) {
      return List.of();
    }
    requirePermission(sites.getFirst(), surroundings.log());
    return python(surroundings.variables()).review(sites, surroundings);
  }

  private PythonComponents python(Map<String, String> variables) {
    boolean offline =
        RegistrySettings.of(variables, project == null ? Path.of("") : project).offline();
    LaunchSettings launch = LaunchSettings.standard(variables).withOffline(offline);
    return new PythonComponents(components, PythonSettings.of(variables, launch));
  }

  /// Looks at the file once, when a component is first needed.
  private final class Guarded implements ComponentHost {
    private final HostWorld world;
    private @Nullable ComponentHost python;

    Guarded(HostWorld world) {
      this.world = world;
    }

    @Override
    public void requireAllowed(ComponentSite site) {
      host(site).requireAllowed(site);
    }

    @Override
    public HostedComponent component(ComponentSite site) {
      return host(site).component(site);
    }

    private synchronized ComponentHost host(ComponentSite site) {
      ComponentHost known = python;
      if (known == null) {
        requirePermission(site, world.surroundings().log());
        known = python(world.surroundings().variables()).open(world);
        python = known;
      }
      return known;
    }

    @Override
    public synchronized void close() {
      if (python != null) {
        python.close();
      }
    }
  }

  private void requirePermission(ComponentSite site, Log log) {
    if (!permission.allowed()) {
      throw GodwitException.config(
              "component.not-allowed",
              "%s is the Python class %s of %s, and Python is not allowed to run."
                  .formatted(site.type(), site.className(), components))
          .at(site.place())
          .hint(
              "Read the file, then pass --allow-python. Streams that do not use it run without:"
                  + " choose them with --streams.");
    }
    if (!Files.isRegularFile(components)) {
      throw GodwitException.config(
              "component.no-file",
              "%s is the Python class %s, and there is no file %s."
                  .formatted(site.type(), site.className(), components))
          .at(site.place())
          .hint("Name the file of the connector's components with --components FILE.");
    }
    if (project != null) {
      new ComponentPins(project).require(components, log);
    }
  }
}
