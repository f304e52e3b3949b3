package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/// Adds credentials to requests. Thread-safe. To have credentials may take requests of its own.
public interface Authenticator {
  /// Headers with credentials as they are now, so that a clash with other headers shows.
  Map<String, String> headers() throws InterruptedException;

  /// What goes into a request besides headers.
  void addTo(Draft draft) throws InterruptedException;

  /// The request with its credentials in the headers, in the place of others of the same name in
  /// any spelling. Called when the request has been put together, and before each further attempt.
  default Request sign(Request request) throws InterruptedException {
    return withHeaders(request, headers());
  }

  /// No credentials.
  static Authenticator none() {
    return new HeaderAuthenticator(Map::of);
  }

  static Request withHeaders(Request request, Map<String, String> credentials) {
    if (credentials.isEmpty()) {
      return request;
    }
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    credentials.forEach((name, value) -> {
      headers.keySet().removeIf(name::equalsIgnoreCase);
      headers.put(name, value);
    });
    return request.withHeaders(headers);
  }
}
