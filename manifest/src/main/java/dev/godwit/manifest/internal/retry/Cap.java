package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// The wait from which on a manifest rather fails than waits.
///
/// @param seconds null for none
record Cap(@Nullable Double seconds) {
  /// @throws GodwitException SYSTEM `manifest.not-a-number` when it is declared and no finite
  ///   number
  static Cap of(@Nullable Object declared, Origin origin, Scope scope) {
    if (declared == null) {
      return new Cap(null);
    }
    Amount amount = Amount.of(declared, origin, scope);
    double seconds = amount.value();
    if (!Double.isFinite(seconds)) {
      throw amount.notANumber(seconds);
    }
    return new Cap(seconds);
  }

  /// `wait`, where it is allowed.
  ///
  /// @throws GodwitException TRANSIENT `http.wait-too-long`
  double check(double wait) {
    if (seconds != null && wait >= seconds) {
      throw GodwitException.transientError(
              "http.wait-too-long",
              "The API asks to wait %.0f s; the manifest allows less than %.0f s."
                  .formatted(wait, seconds))
          .hint("Run again later, or raise max_waiting_time_in_seconds.");
    }
    return wait;
  }
}
