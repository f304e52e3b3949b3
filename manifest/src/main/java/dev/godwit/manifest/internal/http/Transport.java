package dev.godwit.manifest.internal.http;

import java.io.IOException;

/// Sends one request and reads its answer. Thread-safe.
public interface Transport extends AutoCloseable {
  /// Sends `request` with the cookies of `session`, follows redirects, and keeps the cookies that
  /// come back. The body is read to its end, unless the request wants it open and the status is
  /// below 400; an open answer is to be closed.
  ///
  /// @throws IOException when no complete response came
  Response send(Request request, Session session) throws IOException;

  @Override
  void close();
}
