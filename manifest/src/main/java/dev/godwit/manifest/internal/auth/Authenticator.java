package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import java.util.Map;

/// Adds credentials to requests. Thread-safe.
public interface Authenticator {
  /// Headers with credentials, made anew for each attempt of a request.
  Map<String, String> headers();

  /// What goes into a request besides headers.
  void addTo(Draft draft);

  /// No credentials.
  static Authenticator none() {
    return new HeaderAuthenticator(Map::of);
  }
}
