package dev.godwit.manifest.component;

import dev.godwit.core.error.GodwitException;

/// Knows how to run the components that classes outside of a manifest implement. Thread-safe.
@FunctionalInterface
public interface ComponentHosts {
  /// Runs none of them: a stream that has one is refused.
  ComponentHosts NONE =
      _ ->
          new ComponentHost() {
            @Override
            public HostedComponent component(ComponentSite site) {
              throw GodwitException.config(
                      "manifest.unsupported", site.type() + " is not supported yet.")
                  .at(site.place())
                  .hint("Streams that do not use it still work: choose them with --streams.");
            }

            @Override
            public void close() {}
          };

  /// A host for one source. Nothing is started before a component is asked for.
  ///
  /// @param world what its components may see and use
  ComponentHost open(HostWorld world);
}
