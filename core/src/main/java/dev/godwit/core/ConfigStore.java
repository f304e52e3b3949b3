package dev.godwit.core;

import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps the configuration that a connector has changed, for the next run. Refresh tokens that can
/// be used only once are the usual reason: whoever does not keep the new one has to grant access
/// again. Thread-safe.
@FunctionalInterface
public interface ConfigStore {
  /// Keeps nothing.
  ConfigStore NONE = update -> {};

  /// Why a configuration has changed.
  enum Cause {
    /// It was brought up to date. The next run would do the same to the old one.
    MIGRATED,
    /// It holds credentials that were renewed. The old ones are worth nothing.
    RENEWED
  }

  /// A change, with secrets in it. The maps are not to be changed.
  ///
  /// @param before the whole configuration before the change
  /// @param after the whole configuration after it
  record Update(
      Cause cause, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    @Override
    public String toString() {
      return cause.toString();
    }
  }

  /// Keeps a change. Calls come one after the other, in the order of the changes, and before
  /// anything that follows from a change.
  ///
  /// @throws GodwitException when it cannot be kept, which fails what changed it
  void keep(Update update);
}
