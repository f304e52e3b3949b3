package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.python.Missing;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.AuthenticatorSpec;
import dev.godwit.manifest.internal.spec.AuthenticatorSpec.SelectiveAuthenticator;
import dev.godwit.manifest.internal.spec.JwtAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.RateLimitedMultipleTokenAuthenticator;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.spec.RequestOption.InjectInto;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.ApiKeyAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.BasicHttpAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.BearerAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.CustomAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.LegacySessionTokenAuthenticator;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.NoAuth;
import dev.godwit.manifest.internal.spec.SessionTokenAuthenticator;
import dev.godwit.manifest.internal.spec.SessionTokenAuthenticator.SessionTokenRequestApiKeyAuthenticator;
import dev.godwit.manifest.internal.spec.SessionTokenAuthenticator.SessionTokenRequestBearerAuthenticator;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes authenticators out of their descriptions.
public final class AuthenticatorCompiler {
  private final Scope scope;
  private final AuthContext context;
  private final Logins logins;
  private final RotationCompiler rotation;

  /// @param scope sees the configuration
  /// @param config what the scope sees; authenticators may change it
  /// @param secrets learns the credentials that go out
  /// @param transport for requests of the authenticators' own
  /// @param logins makes the requests that log in
  public AuthenticatorCompiler(
      Scope scope,
      LiveConfig config,
      Secrets secrets,
      Transport transport,
      Surroundings surroundings,
      Logins logins) {
    this.scope = scope;
    this.logins = logins;
    this.context =
        new AuthContext(
            scope,
            config,
            secrets,
            transport,
            surroundings,
            new ReentrantLock(),
            new Sessions(surroundings.clock()));
    this.rotation = new RotationCompiler(context);
  }

  public Authenticator compile(@Nullable AuthenticatorSpec spec, Owner owner) {
    return switch (spec) {
      case null -> Authenticator.none();
      case NoAuth _ -> Authenticator.none();
      case BearerAuthenticator bearer -> bearer(secret(bearer.apiToken(), bearer.origin()));
      case BasicHttpAuthenticator basic -> basic(basic);
      case ApiKeyAuthenticator apiKey -> apiKey(apiKey);
      case SelectiveAuthenticator selective -> compile(chosen(selective), owner);
      case OAuthAuthenticator oauth -> oauth(oauth);
      case JwtAuthenticator jwt -> jwt(jwt);
      case SessionTokenAuthenticator session -> session(session, owner);
      case LegacySessionTokenAuthenticator legacy -> {
        LegacySession session = new LegacySession(context, legacy, owner.url());
        yield new HeaderAuthenticator(() -> header(session.header(), session));
      }
      case RateLimitedMultipleTokenAuthenticator rotating -> rotation.compile(rotating);
      case CustomAuthenticator custom ->
          new HostedAuthenticator(CustomParts.of(custom, custom.className()), context.secrets());
    };
  }

  private SelectableAuthenticatorSpec chosen(SelectiveAuthenticator selective) {
    List<String> path = selective.authenticatorSelectionPath();
    Object choice = context.configured(path, Missing.MISSING);
    SelectableAuthenticatorSpec chosen =
        choice == Missing.MISSING ? null : selective.authenticators().get(Repr.str(choice));
    if (chosen == null) {
      throw GodwitException.config(
              "auth.selection",
              "The configuration's "
                  + String.join(".", path)
                  + " chooses none of the authenticators.")
          .at(selective.origin().place("authenticator_selection_path"))
          .hint("The choice is " + String.join(", ", selective.authenticators().keySet()) + ".");
    }
    return chosen;
  }

  private Authenticator oauth(OAuthAuthenticator oauth) {
    JwtAuthenticator assertion = oauth.profileAssertion();
    return new OAuthCompiler(
            context, oauth, assertion == null ? null : new JwtTokens(assertion, context))
        .compile();
  }

  private Authenticator jwt(JwtAuthenticator jwt) {
    JwtTokens tokens = new JwtTokens(jwt, context);
    RequestOption option = jwt.requestOption();
    return option == null
        ? new HeaderAuthenticator(() -> header("Authorization", tokens::get))
        : injected(option, Map.of(), tokens::get);
  }

  private Authenticator session(SessionTokenAuthenticator session, Owner owner) {
    SessionTokens tokens =
        new SessionTokens(
            session,
            logins.compile(session.loginRequester(), owner.stream() + "_login_requester"),
            context);
    return switch (session.requestAuthentication()) {
      case SessionTokenRequestBearerAuthenticator _ -> bearer(() -> Repr.str(tokens.get()));
      case SessionTokenRequestApiKeyAuthenticator apiKey -> {
        InterpolatedString template =
            InterpolatedString.of(apiKey.apiToken(), session.origin().parameters());
        Credential key = () -> Repr.str(template.eval(scope.with("session_token", tokens.get())));
        RequestOption option = apiKey.injectInto();
        boolean often = option.injectInto() == InjectInto.HEADER && !tokens.areKept();
        yield injected(option, Map.of(), often ? thrice(key) : key);
      }
    };
  }

  /// Where a header holds the token, the reference makes it three times, and logs in each time.
  private static Credential thrice(Credential key) {
    return () -> {
      key.get();
      key.get();
      return key.get();
    };
  }

  private static Authenticator bearer(Credential token) {
    return new HeaderAuthenticator(() -> Map.of("Authorization", "Bearer " + token.get()));
  }

  private Authenticator basic(BasicHttpAuthenticator basic) {
    Credential user = text(basic.username(), basic.origin());
    Credential password = secret(basic.password(), basic.origin());
    return new HeaderAuthenticator(() -> {
      String pair = user.get() + ":" + password.get();
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      context.secrets().learn(encoded);
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
    Credential key = secret(token == null ? "" : token, apiKey.origin());
    if (option == null) {
      Credential name = text(String.valueOf(header), apiKey.origin());
      return new HeaderAuthenticator(() -> header(name.get(), key));
    }
    return injected(option, apiKey.origin().parameters(), key);
  }

  /// @param parameters what a template in the name sees
  private Authenticator injected(
      RequestOption option, Map<String, @Nullable Object> parameters, Credential key) {
    String fieldName = option.fieldName();
    if (option.injectInto() == InjectInto.HEADER && fieldName != null) {
      InterpolatedString name = InterpolatedString.of(fieldName, parameters);
      return new HeaderAuthenticator(() -> header(Repr.str(name.eval(scope)), key));
    }
    return new InjectedAuthenticator(Injection.of(option, parameters), key, scope);
  }

  /// A header without a name is left out.
  private static Map<String, String> header(String name, Credential value)
      throws InterruptedException {
    return name.isEmpty() ? Map.of() : Map.of(name, value.get());
  }

  private Credential secret(String template, Origin origin) {
    Credential text = text(template, origin);
    return () -> {
      String value = text.get();
      context.secrets().learn(value);
      return value;
    };
  }

  private Credential text(String template, Origin origin) {
    InterpolatedString string = InterpolatedString.of(template, origin.parameters());
    return () -> Repr.str(string.eval(scope));
  }
}
