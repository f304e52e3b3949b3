package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.retry.Renewal;
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

  /// Makes the credentials anew that the API refused.
  ///
  /// @param refused the request as it was sent
  /// @throws dev.godwit.core.error.GodwitException CONFIG when they cannot be had at all
  default Renewal renew(Request refused) throws InterruptedException {
    return Renewal.IMPOSSIBLE;
  }

  /// Hears of each answer that came from the API itself.
  ///
  /// @param sent the request as it was sent
  default void heard(Request sent, Response response) {}

  /// Whether the request would now go out with another credential, whose limit is not reached.
  ///
  /// @param limited the request as it was sent
  default boolean hasAnother(Request limited) {
    return false;
  }

  /// No context.
  static Authenticator none() {
    return new HeaderAuthenticator(Map::of);
  }

  static Request withHeaders(Request request, Map<String, String> context) {
    if (context.isEmpty()) {
      return request;
    }
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    context.forEach((name, value) -> {
      headers.keySet().removeIf(name::equalsIgnoreCase);
      headers.put(name, value);
    });
    return request.withHeaders(headers);
  }
}
