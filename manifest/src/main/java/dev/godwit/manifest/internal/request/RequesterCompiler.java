package dev.godwit.manifest.internal.request;

import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.auth.AuthenticatorCompiler;
import dev.godwit.manifest.internal.auth.Logins;
import dev.godwit.manifest.internal.auth.Owner;
import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Timeouts;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.retry.HandlerCompiler;
import dev.godwit.manifest.internal.retry.RetryLoop;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.RequesterSpec;
import dev.godwit.manifest.internal.spec.RequesterSpec.CustomRequester;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Makes requesters out of their descriptions.
public final class RequesterCompiler {
  private final Transport transport;
  private final ApiLimits limits;
  private final ResponseCache cache;
  private final Surroundings surroundings;
  private final Scope scope;
  private final AuthenticatorCompiler authenticators;
  private final HandlerCompiler handlers;

  /// @param limits of the API, for all requesters of the source
  /// @param scope sees the configuration
  /// @param config what the scope sees; authenticators may change it
  /// @param secrets learns the credentials that go out
  public RequesterCompiler(
      Transport transport,
      ApiLimits limits,
      ResponseCache cache,
      Surroundings surroundings,
      LiveConfig config,
      Secrets secrets,
      Scope scope) {
    this.transport = transport;
    this.limits = limits;
    this.cache = cache;
    this.surroundings = surroundings;
    this.scope = scope;
    this.authenticators =
        new AuthenticatorCompiler(scope, config, secrets, transport, surroundings, this::login);
    this.handlers = new HandlerCompiler(scope);
  }

  /// Makes a requester.
  ///
  /// @param stream name of the stream that asks
  /// @param shared whether other streams ask for the same answers
  public Requester compile(RequesterSpec spec, String stream, boolean shared) {
    return switch (spec) {
      case HttpRequester http -> compile(http, stream, shared);
      case CustomRequester other -> new HostedRequester(CustomParts.of(other, other.className()));
    };
  }

  /// A login sees no slice and no page.
  private Logins.Login login(HttpRequester spec, String name) {
    Requester requester = compile(spec, name, false);
    Scope alone = scope.with("stream_slice", null).with("next_page_token", null);
    return () -> requester.sendAlone(alone, null, new Draft(), new Meter()).response();
  }

  private Requester compile(HttpRequester spec, String stream, boolean shared) {
    return new TemplatedRequester(
        spec.httpMethod().name(),
        new TemplatedRequester.Target(
            text(spec.url(), spec.origin()),
            text(spec.urlBase(), spec.origin()),
            text(spec.path(), spec.origin())),
        new RequestTemplates(spec),
        authenticators.compile(
            spec.authenticator(),
            new Owner(stream, spec.url() == null ? spec.urlBase() : spec.url())),
        new RetryLoop(
            handlers.compile(spec.errorHandler()), surroundings.sleeper(), surroundings.log()),
        new Wire(transport, new Session(timeouts(spec), limits::follow), limits),
        caches(spec, shared) ? new KeptAnswers(cache, stream) : null,
        false);
  }

  /// Parents are cached unless the manifest says `use_cache: false`.
  private static boolean caches(HttpRequester spec, boolean shared) {
    boolean declared = spec.origin().node().field("use_cache") != null;
    return declared ? spec.useCache() : shared;
  }

  private static Timeouts timeouts(HttpRequester spec) {
    return new Timeouts(
        seconds(spec.connectTimeoutInSeconds(), Timeouts.DEFAULT.connect()),
        seconds(spec.readTimeoutInSeconds(), Timeouts.DEFAULT.read()));
  }

  private static Duration seconds(@Nullable Double declared, Duration otherwise) {
    return declared == null ? otherwise : Duration.ofMillis(Math.round(declared * 1000));
  }

  private static InterpolatedString text(@Nullable String template, Origin origin) {
    return InterpolatedString.of(template == null ? "" : template, origin.parameters());
  }
}
