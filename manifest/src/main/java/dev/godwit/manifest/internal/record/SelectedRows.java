package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// What is selected from one document, in batches of bounded size. For one thread.
@FunctionalInterface
public interface SelectedRows {
  /// The next batch, which may be without rows; null at the end.
  @Nullable Selection next() throws InterruptedException;

  /// The same batches, and a failure behind them.
  default SelectedRows endingWith(GodwitException failure) {
    return () -> {
      Selection selection = next();
      if (selection == null) {
        throw failure;
      }
      return selection;
    };
  }

  /// All of it at once.
  static SelectedRows of(Selection selection) {
    return new SelectedRows() {
      private @Nullable Selection left = selection;

      @Override
      public @Nullable Selection next() {
        Selection next = left;
        left = null;
        return next;
      }
    };
  }
}
