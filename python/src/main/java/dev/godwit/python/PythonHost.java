package dev.godwit.python;

import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps one process for the components of a source: started when the first one is called, and
/// again when it has ended before its time. Thread-safe.
final class PythonHost implements ComponentHost {
  private final Path file;
  private final PythonSettings settings;
  private final HostWorld world;
  private @Nullable HostProcess process;

  PythonHost(Path file, PythonSettings settings, HostWorld world) {
    this.file = file;
    this.settings = settings;
    this.world = world;
  }

  @Override
  public HostedComponent component(ComponentSite site) {
    return new PythonComponent(this, site);
  }

  /// The process, with a stream described to it as the configuration is now.
  synchronized HostProcess process(ComponentSite site) {
    HostProcess running = process;
    if (running == null || running.hasEnded()) {
      if (running != null) {
        running.close();
      }
      running = new HostStart(file, settings, world).run();
      process = running;
    }
    Map<String, @Nullable Object> config = world.config().get();
    running.define(site.stream(), config);
    return running;
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
