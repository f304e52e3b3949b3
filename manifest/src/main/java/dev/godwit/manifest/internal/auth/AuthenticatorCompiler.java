package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.AuthenticatorSpec;
import dev.godwit.manifest.internal.spec.JwtAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.RateLimitedMultipleTokenAuthenticator;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.spec.RequestOption.InjectInto;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.ApiKeyAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.BasicHttpAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.BearerAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.CustomAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.LegacySessionTokenAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.NoAuth;
import dev.godwit.manifest.internal.spec.SessionTokenAuthenticator;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes authenticators out of their descriptions.
public final class AuthenticatorCompiler {
  private final Scope scope;
  private final Credentials credentials;

  /// @param scope sees the configuration
  /// @param config what the scope sees; authenticators may change it
  /// @param transport for requests of the authenticators' own
  public AuthenticatorCompiler(
      Scope scope, LiveConfig config, Transport transport, Surroundings surroundings) {
    this.scope = scope;
    this.credentials = new Credentials(scope, config, transport, surroundings, new ReentrantLock());
  }

  public Authenticator compile(@Nullable AuthenticatorSpec spec) {
    return switch (spec) {
      case null -> Authenticator.none();
      case NoAuth _ -> Authenticator.none();
      case BearerAuthenticator bearer -> {
        Supplier<String> token = text(bearer.apiToken(), bearer.origin());
        yield new HeaderAuthenticator(() -> Map.of("Authorization", "Bearer " + token.get()));
      }
      case BasicHttpAuthenticator basic -> basic(basic);
      case ApiKeyAuthenticator apiKey -> apiKey(apiKey);
      case AuthenticatorSpec.SelectiveAuthenticator other -> throw Unsupported.component(other);
      case OAuthAuthenticator oauth -> oauth(oauth);
      case JwtAuthenticator other -> throw Unsupported.component(other);
      case SessionTokenAuthenticator other -> throw Unsupported.component(other);
      case LegacySessionTokenAuthenticator other -> throw Unsupported.component(other);
      case RateLimitedMultipleTokenAuthenticator other -> throw Unsupported.component(other);
      case CustomAuthenticator other -> throw Unsupported.component(other);
    };
  }

  private Authenticator oauth(OAuthAuthenticator oauth) {
    if (oauth.profileAssertion() != null) {
      throw Unsupported.field(oauth, "profile_assertion");
    }
    return new OAuthCompiler(credentials, oauth, null).compile();
  }

  private Authenticator basic(BasicHttpAuthenticator basic) {
    Supplier<String> user = text(basic.username(), basic.origin());
    Supplier<String> password = text(basic.password(), basic.origin());
    return new HeaderAuthenticator(() -> {
      String pair = user.get() + ":" + password.get();
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      return Map.of("Authorization", "Basic " + encoded);
    });
  }

  private Authenticator apiKey(ApiKeyAuthenticator apiKey) {
    RequestOption option = apiKey.injectInto();
    String header = apiKey.header();
    if ((option == null) == (header == null)) {
      throw GodwitException.config(
              "manifest.api-key", "An ApiKeyAuthenticator needs either inject_into or header.")
          .at(apiKey.origin().place());
    }
    String token = apiKey.apiToken();
    Supplier<String> key = text(token == null ? "" : token, apiKey.origin());
    if (option == null) {
      Supplier<String> name = text(String.valueOf(header), apiKey.origin());
      return new HeaderAuthenticator(() -> Map.of(name.get(), key.get()));
    }
    String fieldName = option.fieldName();
    if (option.injectInto() == InjectInto.HEADER && fieldName != null) {
      Supplier<String> name = text(fieldName, apiKey.origin());
      return new HeaderAuthenticator(() -> Map.of(name.get(), key.get()));
    }
    return new InjectedAuthenticator(
        Injection.of(option, apiKey.origin().parameters()), key, scope);
  }

  private Supplier<String> text(String template, Origin origin) {
    InterpolatedString string = InterpolatedString.of(template, origin.parameters());
    return () -> Repr.str(string.eval(scope));
  }
}
