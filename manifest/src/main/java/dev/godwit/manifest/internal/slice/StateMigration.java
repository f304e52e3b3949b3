package dev.godwit.manifest.internal.slice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a stored state of an older version into today's form.
@FunctionalInterface
public interface StateMigration {
  /// Leaves every state as it is.
  StateMigration NONE =
      new StateMigration() {
        @Override
        public Map<String, @Nullable Object> migrate(Map<String, @Nullable Object> state) {
          return state;
        }
      };

  /// The state in the new form, or the same state where it is not of the old form.
  Map<String, @Nullable Object> migrate(Map<String, @Nullable Object> state);
}
