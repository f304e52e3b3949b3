package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Map;

/// A credential in a parameter or in the body.
record InjectedAuthenticator(Injection place, Credential credential, Scope scope)
    implements Authenticator {
  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public void addTo(Draft draft) throws InterruptedException {
    place.into(draft, credential.get(), scope);
  }
}
