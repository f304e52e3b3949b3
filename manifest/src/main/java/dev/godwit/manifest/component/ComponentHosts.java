package dev.godwit.manifest.component;

import dev.godwit.manifest.internal.Unsupported;

/// Knows how to run the components that classes outside of a manifest implement. Thread-safe.
@FunctionalInterface
public interface ComponentHosts {
  /// Runs none of them: a stream that has one is refused.
  ComponentHosts NONE =
      _ ->
          new ComponentHost() {
            @Override
            public HostedComponent component(ComponentSite site) {
              throw Unsupported.named(site.type(), site.place());
            }

            @Override
            public void close() {}
          };

  /// A host for one source. Nothing is started before a component is asked for.
  ///
  /// @param world what its components may see and use
  ComponentHost open(HostWorld world);
}
