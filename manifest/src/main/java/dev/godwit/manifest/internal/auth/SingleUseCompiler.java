package dev.godwit.manifest.internal.auth;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.Surroundings;
import dev.godwit.manifest.internal.auth.TokenForm.Field;
import dev.godwit.manifest.internal.auth.TokenForm.Fields;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator.RefreshTokenUpdater;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes OAuth authenticators whose refresh tokens can be used once. Everything but the tokens is
/// evaluated here and never again, as in the reference.
final class SingleUseCompiler {
  private final OAuthTemplates templates;
  private final OAuthAuthenticator spec;
  private final RefreshTokenUpdater updater;
  private final AuthContext context;

  SingleUseCompiler(OAuthTemplates templates, RefreshTokenUpdater updater) {
    this.templates = templates;
    this.spec = templates.spec();
    this.updater = updater;
    this.context = templates.context();
  }

  Authenticator compile() {
    Tokens.InConfig tokens =
        new Tokens.InConfig(
            context.config(),
            updater.accessTokenConfigPath(),
            updater.refreshTokenConfigPath(),
            updater.tokenExpiryDateConfigPath());
    tokens.expiry();
    context.secrets().learn(tokens.access());
    context.secrets().learn(tokens.refresh());
    warnIfNobodyKeepsTokens();
    OAuthBearer.Names names =
        new OAuthBearer.Names(
            Repr.str(templates.name(spec.accessTokenName(), "access_token").get()),
            Repr.str(templates.name(spec.expiresInName(), "expires_in").get()),
            templates.expiryIsMoment(),
            updater.refreshTokenName());
    return new OAuthBearer(
        tokens,
        new TokenEndpoint(form(tokens), TokenRefusal.of(spec), context),
        () -> names,
        context);
  }

  private void warnIfNobodyKeepsTokens() {
    Surroundings surroundings = context.surroundings();
    if (surroundings.configs().equals(ConfigStore.NONE)) {
      surroundings
          .log()
          .warn("Refresh tokens of this source can be used once, and nobody keeps the next one.");
    }
  }

  private TokenForm form(Tokens.InConfig tokens) {
    String address = spec.tokenRefreshEndpoint();
    if (address == null) {
      throw templates.incomplete("token_refresh_endpoint");
    }
    Fields fields =
        new Fields(
            new Field(
                name(spec.grantTypeName(), "grant_type"), name(spec.grantType(), "refresh_token")),
            new Field(
                name(spec.clientIdName(), "client_id"), configured("client_id", spec.clientId())),
            new Field(
                name(spec.clientSecretName(), "client_secret"),
                configured("client_secret", spec.clientSecret())),
            new Field(updater::refreshTokenName, tokens::refresh));
    return new TokenForm(
        OAuthTemplates.once(templates.text(address)),
        fields,
        spec.scopes(),
        OAuthTemplates.once(templates.mapping(spec.refreshRequestHeaders())),
        OAuthTemplates.once(templates.mapping(spec.refreshRequestBody())),
        spec.sendRefreshRequestAsQueryParams(),
        null);
  }

  private Supplier<@Nullable Object> name(String declared, String standard) {
    return OAuthTemplates.once(templates.name(declared, standard));
  }

  /// The configuration's own `credentials` count before what the manifest says.
  private Supplier<@Nullable Object> configured(String key, @Nullable String template) {
    Object declared = templates.orNothing(template).get();
    Object value =
        context.configured(List.of("credentials", key), declared == null ? "" : declared);
    return () -> value;
  }
}
