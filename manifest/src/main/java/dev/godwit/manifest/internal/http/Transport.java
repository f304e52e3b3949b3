package dev.godwit.manifest.internal.http;

import java.io.IOException;

/// Sends one request and reads its response to the end. Thread-safe.
public interface Transport extends AutoCloseable {
  /// Sends `request` with the cookies of `session`, follows redirects, and keeps the cookies that
  /// come back.
  ///
  /// @throws IOException when no complete response came
  Response send(Request request, Session session) throws IOException;

  @Override
  void close();
}
