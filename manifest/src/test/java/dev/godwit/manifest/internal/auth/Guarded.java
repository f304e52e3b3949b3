package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.http.PooledTransport;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.spec.AuthenticatorSpec;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One authenticator of a manifest in surroundings that tell what happened. The present is
/// 2024-03-10T12:00:00Z until it is moved.
final class Guarded implements AutoCloseable {
  static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");

  final List<Double> waits = Collections.synchronizedList(new ArrayList<>());
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  final List<Map<String, @Nullable Object>> kept = Collections.synchronizedList(new ArrayList<>());
  final PooledTransport transport = new PooledTransport(Map.of(), "test");
  final LiveConfig config;
  final Authenticator authenticator;
  volatile Instant now = NOW;

  /// @param yaml the authenticator, in which `API` stands for the API's address
  Guarded(Api api, String yaml, Map<String, ? extends @Nullable Object> given) {
    Reading reading =
        new Reading(api).requester("authenticator:\n" + yaml.replace("API", api.url("")).indent(2));
    config = new LiveConfig(new LinkedHashMap<>(given), update -> kept.add(update.after()));
    Surroundings surroundings =
        new Surroundings(
            new MovedClock(),
            time -> waits.add(time.toMillis() / 1000.0),
            Map.of(),
            (Log) (level, line) -> log.add(level + " " + line),
            update -> kept.add(update.after()));
    Scope scope =
        Scope.live(config::current, new TemplateEnvironment(surroundings.clock(), new Random(7)));
    authenticator =
        new AuthenticatorCompiler(
                scope,
                config,
                new Secrets(),
                transport,
                surroundings,
                (requester, name) -> {
                  throw new IllegalStateException("logins are tried with whole manifests");
                })
            .compile(spec(reading.manifest()), new Owner("items", api.url("")));
  }

  private static @Nullable AuthenticatorSpec spec(String manifest) {
    DeclarativeStream stream =
        (DeclarativeStream)
            ManifestLoader.load("items.yaml", manifest).value().streams().getFirst();
    SimpleRetriever retriever = (SimpleRetriever) stream.retriever();
    return ((HttpRequester) retriever.requester()).authenticator();
  }

  /// The value of the `Authorization` header.
  String authorization() {
    return header("Authorization");
  }

  /// A request to the API with its credentials.
  Request signed() throws InterruptedException {
    return authenticator.sign(new Request("GET", "http://localhost/items", Map.of(), null));
  }

  String header(String name) {
    try {
      return String.valueOf(authenticator.headers().get(name));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private final class MovedClock extends Clock {
    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
