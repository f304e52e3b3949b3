package dev.godwit.manifest.component;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends the requests of components over the engine's own connections, proxies and limits.
/// Thread-safe.
@FunctionalInterface
public interface HttpLink {
  /// A request.
  ///
  /// @param url absolute and encoded
  /// @param body null for none
  record Ask(String method, String url, Map<String, String> headers, byte @Nullable [] body) {}

  /// What came back.
  ///
  /// @param body with all encodings undone
  /// @param url where the answer came from after redirects
  record Answer(int status, Map<String, String> headers, byte[] body, String url) {}

  /// Sends a request once, whatever its answer says.
  ///
  /// @throws IOException when no complete answer came
  Answer send(Ask ask) throws IOException, InterruptedException;
}
