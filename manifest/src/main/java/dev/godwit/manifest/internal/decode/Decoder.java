package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Response;

/// Tells what a response holds. Thread-safe.
public interface Decoder {
  /// Begins with a response.
  ///
  /// @throws GodwitException SYSTEM `decode.failed` when it cannot be read at all
  Bodies open(Response response);

  /// Whether responses are read piece by piece. Pagination then sees an empty object in place of
  /// the response, as in the reference.
  boolean streams();

  /// Whether responses need not be read before they are decoded.
  default boolean wantsOpenBody() {
    return streams();
  }
}
