package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostedComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component of a manifest that runs in a process beside the engine.
record PythonComponent(PythonHost host, ComponentSite site) implements HostedComponent {
  @Override
  public Reply call(
      String operation, Map<String, ? extends @Nullable Object> arguments, byte[] body) {
    try {
      return host.process(site).call(site, operation, arguments, body);
    } catch (GodwitException e) {
      throw e.at(site.place());
    }
  }
}
