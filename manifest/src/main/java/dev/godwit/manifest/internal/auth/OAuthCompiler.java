package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.auth.TokenForm.Field;
import dev.godwit.manifest.internal.auth.TokenForm.Fields;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator.RefreshTokenUpdater;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes OAuth authenticators out of their descriptions. Everything is evaluated anew with each
/// request for a token, where refresh tokens serve more than once.
final class OAuthCompiler {
  private static final String ASSERTION_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final AuthContext context;
  private final OAuthAuthenticator spec;
  private final OAuthTemplates templates;
  private final @Nullable Supplier<String> assertion;

  /// @param assertion signs the profile assertion; null where the manifest has none
  OAuthCompiler(
      AuthContext context, OAuthAuthenticator spec, @Nullable Supplier<String> assertion) {
    this.context = context;
    this.spec = spec;
    this.templates = new OAuthTemplates(spec, context);
    this.assertion = assertion;
  }

  Authenticator compile() {
    RefreshTokenUpdater updater = spec.refreshTokenUpdater();
    if (updater != null) {
      return new SingleUseCompiler(templates, updater).compile();
    }
    requireComplete();
    String address = spec.tokenRefreshEndpoint();
    return new OAuthBearer(
        new Tokens.InMemory(givenToken(), givenExpiry()),
        address == null ? null : new TokenEndpoint(form(address), TokenRefusal.of(spec), context),
        names(),
        context);
  }

  private void requireComplete() {
    if (spec.useProfileAssertion()) {
      require("profile_assertion", assertion);
      return;
    }
    require("client_id", spec.clientId());
    require("client_secret", spec.clientSecret());
    if ("refresh_token".equals(grantType().get())) {
      require("refresh_token", spec.refreshToken());
    }
    if (givenToken() == null) {
      require("token_refresh_endpoint", spec.tokenRefreshEndpoint());
    }
  }

  private void require(String field, @Nullable Object value) {
    if (value == null) {
      throw templates.incomplete(field);
    }
  }

  private TokenForm form(String address) {
    Supplier<@Nullable Object> refreshToken = templates.orNothing(spec.refreshToken());
    Fields fields =
        new Fields(
            new Field(templates.name(spec.grantTypeName(), "grant_type"), grantType()),
            new Field(
                templates.name(spec.clientIdName(), "client_id"),
                present("client_id", templates.orNothing(spec.clientId()))),
            new Field(
                templates.name(spec.clientSecretName(), "client_secret"),
                templates.orNothing(spec.clientSecret())),
            new Field(
                templates.name(spec.refreshTokenName(), "refresh_token"),
                () -> {
                  Object value = refreshToken.get();
                  return value == null ? null : Repr.str(value);
                }));
    return new TokenForm(
        present("token_refresh_endpoint", templates.text(address)),
        fields,
        spec.scopes(),
        templates.mapping(spec.refreshRequestHeaders()),
        templates.mapping(spec.refreshRequestBody()),
        spec.sendRefreshRequestAsQueryParams(),
        spec.useProfileAssertion() ? assertion : null);
  }

  private Supplier<@Nullable Object> grantType() {
    return spec.useProfileAssertion()
        ? () -> ASSERTION_GRANT
        : templates.name(spec.grantType(), "refresh_token");
  }

  private Supplier<@Nullable Object> present(String field, Supplier<@Nullable Object> template) {
    return () -> {
      Object value = template.get();
      if (!Truth.of(value)) {
        throw templates.incomplete(field);
      }
      return value;
    };
  }

  private Supplier<OAuthBearer.Names> names() {
    Supplier<@Nullable Object> access = templates.name(spec.accessTokenName(), "access_token");
    Supplier<@Nullable Object> expiresIn = templates.name(spec.expiresInName(), "expires_in");
    return () ->
        new OAuthBearer.Names(
            Repr.str(access.get()), Repr.str(expiresIn.get()), templates.expiryIsMoment(), null);
  }

  private @Nullable Object givenToken() {
    String token = spec.accessTokenValue();
    Object given = token == null || token.isEmpty() ? null : templates.text(token).get();
    context.secrets().learn(given);
    return given;
  }

  private @Nullable OffsetDateTime givenExpiry() {
    String declared = spec.tokenExpiryDate();
    if (declared == null || declared.isEmpty()) {
      return null;
    }
    OffsetDateTime moment = Moments.parse(templates.text(declared).get());
    if (moment == null) {
      throw GodwitException.config("manifest.bad-date", "token_expiry_date is no date.")
          .at(spec.origin().place("token_expiry_date"));
    }
    return moment;
  }
}
