package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.auth.TokenForm.Field;
import dev.godwit.manifest.internal.auth.TokenForm.Fields;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator.RefreshTokenUpdater;
import dev.godwit.manifest.internal.template.InterpolatedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes OAuth authenticators out of their descriptions.
///
/// Where refresh tokens can be used once, everything but the tokens is evaluated here, once; else
/// with each request for a token. Both as in the reference.
final class OAuthCompiler {
  private static final String ASSERTION_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Credentials credentials;
  private final OAuthAuthenticator spec;
  private final Map<String, @Nullable Object> parameters;
  private final @Nullable Supplier<String> assertion;

  /// @param assertion signs the profile assertion; null where the manifest has none
  OAuthCompiler(
      Credentials credentials, OAuthAuthenticator spec, @Nullable Supplier<String> assertion) {
    this.credentials = credentials;
    this.spec = spec;
    this.parameters = spec.origin().parameters();
    this.assertion = assertion;
  }

  Authenticator compile() {
    RefreshTokenUpdater updater = spec.refreshTokenUpdater();
    return updater == null ? renewable() : singleUse(updater);
  }

  private Authenticator renewable() {
    requireComplete();
    Supplier<@Nullable Object> refreshToken = orNothing(spec.refreshToken());
    Fields fields =
        new Fields(
            new Field(text(spec.grantTypeName()), grantType()),
            new Field(text(spec.clientIdName()), orNothing(spec.clientId())),
            new Field(text(spec.clientSecretName()), orNothing(spec.clientSecret())),
            new Field(
                text(spec.refreshTokenName()),
                () -> {
                  Object value = refreshToken.get();
                  return value == null ? null : Repr.str(value);
                }));
    String address = spec.tokenRefreshEndpoint();
    TokenEndpoint endpoint =
        address == null
            ? null
            : endpoint(
                new TokenForm(
                    text(address),
                    fields,
                    spec.scopes(),
                    mapping(spec.refreshRequestHeaders()),
                    mapping(spec.refreshRequestBody()),
                    spec.sendRefreshRequestAsQueryParams(),
                    spec.useProfileAssertion() ? assertion : null),
                refusal(null));
    Supplier<@Nullable Object> access = text(spec.accessTokenName());
    Supplier<@Nullable Object> expiresIn = text(spec.expiresInName());
    return new OAuthBearer(
        new Tokens.InMemory(givenToken(), givenExpiry()),
        endpoint,
        () ->
            new OAuthBearer.Names(
                Repr.str(access.get()), Repr.str(expiresIn.get()), expiryIsMoment(), null),
        credentials.surroundings().clock(),
        credentials.refreshing());
  }

  private Authenticator singleUse(RefreshTokenUpdater updater) {
    Tokens.InConfig tokens =
        new Tokens.InConfig(
            credentials.config(),
            updater.accessTokenConfigPath(),
            updater.refreshTokenConfigPath(),
            updater.tokenExpiryDateConfigPath());
    tokens.expiry();
    String address = spec.tokenRefreshEndpoint();
    if (address == null) {
      throw incomplete("token_refresh_endpoint");
    }
    Fields fields =
        new Fields(
            new Field(once(spec.grantTypeName()), once(spec.grantType())),
            new Field(
                once(spec.clientIdName()),
                configured(List.of("credentials", "client_id"), spec.clientId())),
            new Field(
                once(spec.clientSecretName()),
                configured(List.of("credentials", "client_secret"), spec.clientSecret())),
            new Field(constant(updater.refreshTokenName()), tokens::refresh));
    Map<String, @Nullable Object> headers = mapping(spec.refreshRequestHeaders()).get();
    Map<String, @Nullable Object> extra = mapping(spec.refreshRequestBody()).get();
    TokenForm form =
        new TokenForm(
            once(address),
            fields,
            spec.scopes(),
            () -> headers,
            () -> extra,
            spec.sendRefreshRequestAsQueryParams(),
            null);
    OAuthBearer.Names names =
        new OAuthBearer.Names(
            Repr.str(once(spec.accessTokenName()).get()),
            Repr.str(once(spec.expiresInName()).get()),
            expiryIsMoment(),
            updater.refreshTokenName());
    return new OAuthBearer(
        tokens,
        endpoint(form, refusal(updater)),
        () -> names,
        credentials.surroundings().clock(),
        credentials.refreshing());
  }

  private void requireComplete() {
    if (spec.useProfileAssertion()) {
      if (assertion == null) {
        throw incomplete("profile_assertion");
      }
      return;
    }
    if (spec.clientId() == null || spec.clientSecret() == null) {
      throw incomplete(spec.clientId() == null ? "client_id" : "client_secret");
    }
    if ("refresh_token".equals(grantType().get()) && spec.refreshToken() == null) {
      throw incomplete("refresh_token");
    }
    if (spec.tokenRefreshEndpoint() == null && givenToken() == null) {
      throw incomplete("token_refresh_endpoint");
    }
  }

  private GodwitException incomplete(String field) {
    return GodwitException.config("auth.incomplete", "The OAuthAuthenticator needs " + field + ".")
        .at(spec.origin().place());
  }

  private Supplier<@Nullable Object> grantType() {
    return text(spec.useProfileAssertion() ? ASSERTION_GRANT : spec.grantType());
  }

  private @Nullable Object givenToken() {
    String token = spec.accessTokenValue();
    return token == null || token.isEmpty() ? null : text(token).get();
  }

  private @Nullable OffsetDateTime givenExpiry() {
    String declared = spec.tokenExpiryDate();
    if (declared == null || declared.isEmpty()) {
      return null;
    }
    OffsetDateTime moment = Moments.parse(text(declared).get());
    if (moment == null) {
      throw GodwitException.config("manifest.bad-date", "token_expiry_date is no date.")
          .at(spec.origin().place("token_expiry_date"));
    }
    return moment;
  }

  /// The format itself is never used, only whether there is one.
  private boolean expiryIsMoment() {
    String format = spec.tokenExpiryDateFormat();
    return format != null && !format.isEmpty();
  }

  private TokenEndpoint endpoint(TokenForm form, TokenRefusal refusal) {
    return new TokenEndpoint(
        form,
        refusal,
        credentials.transport(),
        credentials.surroundings(),
        credentials.scope().environment().random());
  }

  /// What is declared at one of the two places; one part of it leaves the others empty.
  private TokenRefusal refusal(@Nullable RefreshTokenUpdater updater) {
    String key = spec.refreshTokenErrorKey();
    TokenRefusal own =
        new TokenRefusal(
            spec.refreshTokenErrorStatusCodes(),
            key == null ? "" : key,
            spec.refreshTokenErrorValues());
    TokenRefusal ofUpdater =
        updater == null
            ? TokenRefusal.NOTHING
            : new TokenRefusal(
                updater.refreshTokenErrorStatusCodes(),
                updater.refreshTokenErrorKey(),
                updater.refreshTokenErrorValues());
    if (!own.equals(TokenRefusal.NOTHING) && !ofUpdater.equals(TokenRefusal.NOTHING)) {
      throw GodwitException.config(
              "auth.incomplete",
              "refresh_token_error_* is declared twice: by the authenticator and by its updater.")
          .at(spec.origin().place());
    }
    return !ofUpdater.equals(TokenRefusal.NOTHING)
        ? ofUpdater
        : !own.equals(TokenRefusal.NOTHING) ? own : TokenRefusal.DEFAULT;
  }

  private Supplier<@Nullable Object> text(String template) {
    InterpolatedString string = InterpolatedString.of(template, parameters);
    return () -> string.eval(credentials.scope());
  }

  private Supplier<@Nullable Object> orNothing(@Nullable String template) {
    return template == null ? () -> null : template.isEmpty() ? () -> "" : text(template);
  }

  private Supplier<@Nullable Object> once(String template) {
    return constant(text(template).get());
  }

  private static Supplier<@Nullable Object> constant(@Nullable Object value) {
    return () -> value;
  }

  /// The configuration's own value counts before the manifest's.
  private Supplier<@Nullable Object> configured(List<String> path, @Nullable String template) {
    Object declared = orNothing(template).get();
    return constant(credentials.configured(path, declared == null ? "" : declared));
  }

  private Supplier<Map<String, @Nullable Object>> mapping(Map<String, @Nullable Object> declared) {
    InterpolatedMapping mapping = InterpolatedMapping.of(declared, parameters);
    return () -> mapping.eval(credentials.scope());
  }
}
