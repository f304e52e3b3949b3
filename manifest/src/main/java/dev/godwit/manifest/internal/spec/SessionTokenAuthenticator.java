package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.SESSION_TOKEN;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token that a request to log in brings.
///
/// @param expirationDuration ISO 8601 duration after which to log in anew
public record SessionTokenAuthenticator(
    Origin origin,
    HttpRequester loginRequester,
    List<String> sessionTokenPath,
    @Nullable String expirationDuration,
    SessionTokenRequestSpec requestAuthentication,
    @Nullable LoginDecoderSpec decoder)
    implements SelectableAuthenticatorSpec {
  /// How requests carry the token.
  public sealed interface SessionTokenRequestSpec extends Component {}

  /// Wherever the option says.
  @TypeName("ApiKey")
  public record SessionTokenRequestApiKeyAuthenticator(
      Origin origin,
      RequestOption injectInto,
      @Scope({CONFIG, SESSION_TOKEN}) @Default("'{{ session_token }}'") String apiToken)
      implements SessionTokenRequestSpec {}

  /// In the `Authorization` header.
  @TypeName("Bearer")
  public record SessionTokenRequestBearerAuthenticator(Origin origin)
      implements SessionTokenRequestSpec {}
}
