package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the values of a granted access go. Each part is a JSON schema or a description that only
/// user interfaces read.
@Untyped
@OpenFields
public record OAuthConfigSpecification(
    Origin origin,
    @Nullable Map<String, @Nullable Object> oauthUserInputFromConnectorConfigSpecification,
    @Nullable OauthConnectorInputSpecification oauthConnectorInputSpecification,
    @Nullable Map<String, @Nullable Object> completeOauthOutputSpecification,
    @Nullable Map<String, @Nullable Object> completeOauthServerInputSpecification,
    @Nullable Map<String, @Nullable Object> completeOauthServerOutputSpecification)
    implements Component {
  /// How access is asked for.
  @Untyped
  @OpenFields
  public record OauthConnectorInputSpecification(
      Origin origin,
      String consentUrl,
      @Nullable String scope,
      @Nullable List<OauthScope> scopes,
      @Nullable List<OauthScope> optionalScopes,
      @Default("space") ScopesJoinStrategy scopesJoinStrategy,
      String accessTokenUrl,
      @Nullable Map<String, @Nullable Object> accessTokenHeaders,
      @Nullable Map<String, @Nullable Object> accessTokenParams,
      @Nullable List<String> extractOutput,
      @Nullable OauthState state,
      @Nullable String clientIdKey,
      @Nullable String clientSecretKey,
      @Nullable String scopeKey,
      @Nullable String stateKey,
      @Nullable String authCodeKey,
      @Nullable String redirectUriKey)
      implements Component {}

  /// One right that is asked for.
  @Untyped
  @OpenFields
  public record OauthScope(Origin origin, String scope) implements Component {}

  /// What stands between several rights.
  public enum ScopesJoinStrategy implements WireValue {
    SPACE,
    COMMA,
    PLUS;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How long the random state of a request for access is.
  @Untyped
  @OpenFields
  public record OauthState(Origin origin, int min, int max) implements Component {}
}
