package dev.godwit.core;

import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps the configuration that a connector has changed while it ran, for the next run. Refresh
/// tokens that can be used only once are the usual reason: whoever does not keep the new one has to
/// grant access again. Thread-safe.
@FunctionalInterface
public interface ConfigStore {
  /// Keeps nothing.
  ConfigStore NONE = config -> {};

  /// Keeps the whole configuration as it is now. Calls come one after the other, in the order of
  /// the changes, and before anything that follows from a change.
  ///
  /// @param config with secrets; not to be changed
  /// @throws GodwitException when it cannot be kept, which fails what changed it
  void keep(Map<String, @Nullable Object> config);
}
