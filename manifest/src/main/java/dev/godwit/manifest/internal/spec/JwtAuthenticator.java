package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON Web Token that is signed anew when it runs out.
///
/// @param tokenDuration seconds
public record JwtAuthenticator(
    Origin origin,
    @Scope(CONFIG) String secretKey,
    @Default("false") boolean base64EncodeSecretKey,
    JwtAlgorithm algorithm,
    @Default("1200") int tokenDuration,
    @Nullable String headerPrefix,
    @Nullable JwtHeaders jwtHeaders,
    @OrEmpty Map<String, @Nullable Object> additionalJwtHeaders,
    @Nullable JwtPayload jwtPayload,
    @OrEmpty Map<String, @Nullable Object> additionalJwtPayload,
    @Nullable String passphrase,
    @Nullable RequestOption requestOption)
    implements SelectableAuthenticatorSpec {
  /// How a token is signed.
  public enum JwtAlgorithm implements WireValue {
    HS256,
    HS384,
    HS512,
    ES256,
    ES256K,
    ES384,
    ES512,
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    EDDSA;

    @Override
    public String wire() {
      return this == EDDSA ? "EdDSA" : name();
    }
  }

  /// Registered headers of the token.
  @Untyped
  public record JwtHeaders(
      Origin origin, @Nullable String kid, @Default("JWT") String typ, @Nullable String cty)
      implements Component {}

  /// Registered claims of the token.
  @Untyped
  public record JwtPayload(
      Origin origin, @Nullable String iss, @Nullable String sub, @Nullable String aud)
      implements Component {}
}
