package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// One opinion on how long to wait before a request is tried again.
@FunctionalInterface
interface Backoff {
  /// Seconds to wait, or null for no opinion.
  ///
  /// @param attempt number of the attempt that failed, from 1
  /// @throws GodwitException TRANSIENT when waiting would take longer than the manifest allows
  @Nullable Double seconds(Answer answer, int attempt);
}
