package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// What one response holds, as JSON documents that come one after the other. A long response comes
/// in pieces of bounded size. For one thread.
public interface Bodies extends AutoCloseable {
  /// The next document, or null at the end.
  ///
  /// @throws GodwitException SYSTEM `decode.failed` when the response cannot be read on; what came
  ///   before has been handed out
  @Nullable Body next();

  @Override
  void close();

  /// A response that is one document.
  static Bodies of(Body body) {
    return new Bodies() {
      private @Nullable Body left = body;

      @Override
      public @Nullable Body next() {
        Body next = left;
        left = null;
        return next;
      }

      @Override
      public void close() {}
    };
  }
}
