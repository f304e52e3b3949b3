package dev.godwit.manifest.component;

import dev.godwit.core.error.GodwitException;

/// Runs the components of one source. Thread-safe. Belongs to the source, which closes it.
public interface ComponentHost extends AutoCloseable {
  /// Looks whether a component may be run, before anything of its stream is. A host may begin to
  /// get ready.
  ///
  /// @throws GodwitException CONFIG when it may not
  default void requireAllowed(ComponentSite site) {}

  /// The component of a place in the manifest. It is made when it is first called.
  ///
  /// @throws GodwitException CONFIG when components must not be run, or when this one cannot be
  HostedComponent component(ComponentSite site);

  @Override
  void close();
}
