package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import java.util.Map;
import java.util.function.Supplier;

/// Credentials that are headers only.
record HeaderAuthenticator(Supplier<Map<String, String>> source) implements Authenticator {
  @Override
  public Map<String, String> headers() {
    return source.get();
  }

  @Override
  public void addTo(Draft draft) {}
}
