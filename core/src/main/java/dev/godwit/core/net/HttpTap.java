package dev.godwit.core.net;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands between a source and the network: sees every request with its answer, or answers itself.
/// Answers are read to their end before the source sees them. Thread-safe.
public interface HttpTap {
  /// A request as it goes on the wire.
  ///
  /// @param url absolute and encoded
  /// @param headers in wire order
  /// @param body null for none; not to be changed
  record Request(String method, String url, Map<String, String> headers, byte @Nullable [] body) {
    /// Written out because compact constructors do not carry type annotations into class files.
    public Request(String method, String url, Map<String, String> headers, byte @Nullable [] body) {
      this.method = method;
      this.url = url;
      this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      this.body = body;
    }
  }

  /// An answer.
  ///
  /// @param headers names compare without case; repeated ones are joined by `, `
  /// @param body with all encodings undone; not to be changed
  /// @param url where the answer came from after redirects
  record Answer(int status, Map<String, String> headers, byte[] body, String url) {}

  /// The way to the API.
  @FunctionalInterface
  interface Network {
    /// Sends a request and follows redirects.
    ///
    /// @param most how many bytes the body of the answer may have
    /// @throws IOException when no complete answer came
    /// @throws dev.godwit.core.error.GodwitException SYSTEM `http.body-not-kept` when it has more
    Answer send(Request request, int most) throws IOException;
  }

  /// Hears of a token that the source has come by, one or more times, before or after the exchange
  /// that brought it.
  default void learned(String token) {}

  /// Answers a request.
  ///
  /// @throws IOException as if the API could not be reached
  Answer exchange(Request request, Network network) throws IOException;
}
