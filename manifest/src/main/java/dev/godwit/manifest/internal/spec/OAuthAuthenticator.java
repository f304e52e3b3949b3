package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An access token that is refreshed when it runs out.
///
/// @param tokenExpiryDateFormat format of `tokenExpiryDate` and of the answer's expiry, when that
///   is an instant
public record OAuthAuthenticator(
    Origin origin,
    @Default("client_id") String clientIdName,
    @Scope(CONFIG) @Nullable String clientId,
    @Default("client_secret") String clientSecretName,
    @Scope(CONFIG) @Nullable String clientSecret,
    @Default("refresh_token") String refreshTokenName,
    @Scope(CONFIG) @Nullable String refreshToken,
    @Nullable String tokenRefreshEndpoint,
    @Default("access_token") String accessTokenName,
    @Scope(CONFIG) @Nullable String accessTokenValue,
    @Default("expires_in") String expiresInName,
    @Default("grant_type") String grantTypeName,
    @Default("refresh_token") String grantType,
    @OrEmpty Map<String, @Nullable Object> refreshRequestBody,
    @OrEmpty Map<String, @Nullable Object> refreshRequestHeaders,
    @Default("false") boolean sendRefreshRequestAsQueryParams,
    @OrEmpty List<String> scopes,
    @Nullable String tokenExpiryDate,
    @Nullable String tokenExpiryDateFormat,
    @OrEmpty List<Integer> refreshTokenErrorStatusCodes,
    @Nullable String refreshTokenErrorKey,
    @OrEmpty List<String> refreshTokenErrorValues,
    @Nullable RefreshTokenUpdater refreshTokenUpdater,
    @Nullable JwtAuthenticator profileAssertion,
    @Default("false") boolean useProfileAssertion)
    implements SelectableAuthenticatorSpec {
  /// Writes tokens that can be used only once back into the configuration.
  @Untyped
  public record RefreshTokenUpdater(
      Origin origin,
      @Default("refresh_token") String refreshTokenName,
      @Default("[credentials, access_token]") List<String> accessTokenConfigPath,
      @Default("[credentials, refresh_token]") List<String> refreshTokenConfigPath,
      @Default("[credentials, token_expiry_date]") List<String> tokenExpiryDateConfigPath,
      @Default("[]") List<Integer> refreshTokenErrorStatusCodes,
      @Default("''") String refreshTokenErrorKey,
      @Default("[]") List<String> refreshTokenErrorValues)
      implements Component {}
}
