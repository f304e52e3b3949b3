package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;

/// What came back from sending a request.
public sealed interface Answer {
  record Received(Response response) implements Answer {}

  /// No complete response came.
  record Failed(IOException cause) implements Answer {}
}
