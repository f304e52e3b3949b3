package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import org.jspecify.annotations.Nullable;

/// An authenticator that does not choose among others.
public sealed interface SelectableAuthenticatorSpec extends AuthenticatorSpec
    permits SelectableAuthenticatorSpec.ApiKeyAuthenticator,
        SelectableAuthenticatorSpec.BasicHttpAuthenticator,
        SelectableAuthenticatorSpec.BearerAuthenticator,
        SelectableAuthenticatorSpec.LegacySessionTokenAuthenticator,
        SelectableAuthenticatorSpec.CustomAuthenticator,
        SelectableAuthenticatorSpec.NoAuth,
        OAuthAuthenticator,
        JwtAuthenticator,
        SessionTokenAuthenticator,
        RateLimitedMultipleTokenAuthenticator {
  /// A token in a header, or wherever the option says.
  record ApiKeyAuthenticator(
      Origin origin,
      @Scope(CONFIG) @Nullable String apiToken,
      @Scope(CONFIG) @Nullable String header,
      @Nullable RequestOption injectInto)
      implements SelectableAuthenticatorSpec {}

  /// User name and password in the `Authorization` header.
  record BasicHttpAuthenticator(
      Origin origin, @Scope(CONFIG) String username, @Scope(CONFIG) @Default("''") String password)
      implements SelectableAuthenticatorSpec {}

  /// A token in the `Authorization` header.
  record BearerAuthenticator(Origin origin, @Scope(CONFIG) String apiToken)
      implements SelectableAuthenticatorSpec {}

  /// A token that a login with user name and password brings.
  record LegacySessionTokenAuthenticator(
      Origin origin,
      String header,
      String loginUrl,
      @Nullable String sessionToken,
      String sessionTokenResponseKey,
      @Nullable String username,
      @Default("''") String password,
      String validateSessionUrl)
      implements SelectableAuthenticatorSpec {}

  /// An authenticator that a class outside the manifest implements.
  @OpenFields
  record CustomAuthenticator(Origin origin, String className)
      implements SelectableAuthenticatorSpec {}

  /// The API asks for no proof.
  record NoAuth(Origin origin) implements SelectableAuthenticatorSpec {}
}
