package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Map;

/// How requests prove who sends them.
public sealed interface AuthenticatorSpec extends Component
    permits AuthenticatorSpec.SelectiveAuthenticator, SelectableAuthenticatorSpec {
  /// One of several authenticators, chosen by a value in the configuration.
  record SelectiveAuthenticator(
      Origin origin,
      List<String> authenticatorSelectionPath,
      Map<String, SelectableAuthenticatorSpec> authenticators)
      implements AuthenticatorSpec {}
}
