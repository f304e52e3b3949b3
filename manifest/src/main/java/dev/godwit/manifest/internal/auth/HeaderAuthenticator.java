package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import java.util.Map;

/// AuthContext that are headers only.
record HeaderAuthenticator(Headers source) implements Authenticator {
  /// Makes the headers anew.
  @FunctionalInterface
  interface Headers {
    Map<String, String> make() throws InterruptedException;
  }

  @Override
  public Map<String, String> headers() throws InterruptedException {
    return source.make();
  }

  @Override
  public void addTo(Draft draft) {}
}
