package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Address;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Timeouts;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.SelectableAuthenticatorSpec.LegacySessionTokenAuthenticator;
import dev.godwit.manifest.internal.template.InterpolatedString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A session token out of the configuration, asked about before each use, or one that a login with
/// user and password brings. Thread-safe.
final class LegacySession implements Credential {
  private final AuthContext context;
  private final LegacySessionTokenAuthenticator spec;
  private final Supplier<@Nullable Object> api;
  private final Supplier<@Nullable Object> header;
  private final Supplier<@Nullable Object> given;
  private final Supplier<@Nullable Object> user;
  private final Supplier<@Nullable Object> password;
  private final Supplier<@Nullable Object> key;
  private final Supplier<@Nullable Object> loginUrl;
  private final Supplier<@Nullable Object> validateUrl;

  LegacySession(AuthContext context, LegacySessionTokenAuthenticator spec, @Nullable String url) {
    this.context = context;
    this.spec = spec;
    this.api = text(url);
    this.header = text(spec.header());
    this.given = text(spec.sessionToken());
    this.user = text(spec.username());
    this.password = text(spec.password());
    this.key = text(spec.sessionTokenResponseKey());
    this.loginUrl = text(spec.loginUrl());
    this.validateUrl = text(spec.validateSessionUrl());
  }

  private Supplier<@Nullable Object> text(@Nullable String template) {
    if (template == null || template.isEmpty()) {
      return () -> "";
    }
    InterpolatedString string = InterpolatedString.of(template, spec.origin().parameters());
    return () -> string.eval(context.scope());
  }

  String header() {
    return Repr.str(header.get());
  }

  @Override
  public String get() throws InterruptedException {
    Object token = given.get();
    context.secrets().learn(token);
    if (Truth.of(token) && counts(Repr.str(token))) {
      return Repr.str(token);
    }
    Object name = user.get();
    Object secret = password.get();
    context.secrets().learn(secret);
    if (!Truth.of(name) || !Truth.of(secret)) {
      throw GodwitException.config(
              "auth.session-token",
              "The session token does not count, and there is no user and password to log in with.")
          .at(spec.origin().place());
    }
    String url = Repr.str(api.get()) + Repr.str(loginUrl.get());
    SessionKey session = new SessionKey(url, name, secret, Repr.str(key.get()));
    String known = context.sessions().find(session);
    return known != null ? known : context.sessions().keep(session, login(session));
  }

  private boolean counts(String token) throws InterruptedException {
    String url = Repr.str(api.get()) + Repr.str(validateUrl.get());
    Request request =
        new Request("GET", Address.withQuery(url, Map.of()), Map.of(header(), token), null);
    Response response = send(request);
    if (response.status() == 401) {
      context.surroundings().log().info("The API does not accept the session token.");
      return false;
    }
    requireOk(request, response);
    return true;
  }

  private String login(SessionKey session) throws InterruptedException {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("username", session.user());
    body.put("password", session.password());
    Request request =
        new Request(
            "POST",
            Address.withQuery(session.url(), Map.of()),
            Map.of("Content-Type", "application/json"),
            PythonJson.DEFAULT.dumps(body).getBytes(StandardCharsets.UTF_8));
    Response response = send(request);
    requireOk(request, response);
    Object token = null;
    try {
      token =
          JsonParser.LENIENT.parse(response.body()) instanceof Map<?, ?> map
              ? map.get(session.key())
              : null;
    } catch (GodwitException notJson) {
      // Its message may show a piece of the answer.
    }
    if (token == null) {
      throw failed(request, "the answer to the login has no '" + session.key() + "'");
    }
    context.secrets().learn(token);
    return Repr.str(token);
  }

  private Response send(Request request) throws InterruptedException {
    try {
      return context.transport().send(request, new Session(Timeouts.DEFAULT));
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw failed(request, "the server cannot be reached").causedBy(e);
    }
  }

  private static void requireOk(Request request, Response response) {
    if (!response.ok()) {
      throw failed(request, "the API answers HTTP " + response.status());
    }
  }

  private static GodwitException failed(Request request, String why) {
    return GodwitException.system("auth.session-token", "There is no session: " + why + ".")
        .at(Place.request(request.describe()))
        .hint("Check the session token, or user and password, in the configuration.");
  }
}
