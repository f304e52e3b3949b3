package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.config.SecretValues;
import dev.godwit.manifest.internal.http.DiscreetTransport;
import dev.godwit.manifest.internal.http.PooledTransport;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.request.RequesterCompiler;
import dev.godwit.manifest.internal.request.ResponseCache;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DeclarativeSource.ConcurrencyLevel;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes a source out of a manifest and a configuration. Streams are compiled when they are opened,
/// so that one which is not supported does not keep the others from running.
public final class SourceCompiler {
  /// As many slices at once as the reference reads where the manifest says nothing.
  private static final int DEFAULT_CONCURRENCY = 2;

  /// Draws from the generator of the thread that asks.
  private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();

  private static final String USER_AGENT = "godwit";

  private SourceCompiler() {}

  /// A source that talks to the network as the surroundings say, and never tells a secret.
  public static Source compile(
      DeclarativeSource spec, Map<String, @Nullable Object> config, Surroundings surroundings) {
    Secrets secrets = secrets(spec.spec(), config);
    Transport transport =
        new DiscreetTransport(new PooledTransport(surroundings.variables(), USER_AGENT), secrets);
    try {
      Surroundings discreet = surroundings.with(secrets.mask(surroundings.log()));
      return new DiscreetSource(compile(spec, config, discreet, transport), secrets);
    } catch (GodwitException e) {
      throw secrets.mask(e);
    }
  }

  private static Secrets secrets(@Nullable Spec spec, Map<String, @Nullable Object> config) {
    return Secrets.of(
        spec == null ? List.of() : SecretValues.of(spec.connectionSpecification(), config));
  }

  /// As above over a transport of the caller's, which the source closes.
  public static Source compile(
      DeclarativeSource spec,
      Map<String, @Nullable Object> config,
      Surroundings surroundings,
      Transport transport) {
    refuseUnsupported(spec);
    LiveConfig live = new LiveConfig(config, surroundings.configs());
    Scope scope = Scope.live(live::current, new TemplateEnvironment(surroundings.clock(), RANDOM));
    int concurrency = concurrency(spec.concurrencyLevel(), scope);
    Streams streams = new Streams(spec, config, scope);
    ResponseCache cache = new ResponseCache();
    RequesterCompiler requesters =
        new RequesterCompiler(
            transport,
            ApiLimits.of(spec, concurrency, surroundings, scope),
            cache,
            surroundings,
            live,
            scope);
    StreamCompiler compiler =
        new StreamCompiler(
            scope,
            surroundings,
            Ahead.of(surroundings, concurrency),
            requesters,
            streams::isParent);
    Runnable release =
        () -> {
          cache.close();
          transport.close();
        };
    return new ManifestSource(spec.check(), streams, compiler, config, concurrency, release);
  }

  private static void refuseUnsupported(DeclarativeSource spec) {
    Spec declared = spec.spec();
    if (declared != null && declared.configNormalizationRules() != null) {
      throw Unsupported.component(declared.configNormalizationRules());
    }
  }

  /// A number counts as it is; a template is cut at the declared maximum.
  private static int concurrency(@Nullable ConcurrencyLevel level, Scope scope) {
    if (level == null) {
      return DEFAULT_CONCURRENCY;
    }
    if (level.defaultConcurrency() instanceof Long fixed) {
      return Math.toIntExact(Math.max(1, fixed));
    }
    Object value =
        InterpolatedString.of(level.defaultConcurrency().toString(), level.origin().parameters())
            .eval(scope);
    if (value instanceof Long number) {
      Integer most = level.maxConcurrency();
      return Math.toIntExact(Math.max(1, most == null ? number : Math.min(number, most)));
    }
    throw GodwitException.config(
            "manifest.not-a-number",
            "default_concurrency is '" + Repr.str(value) + "', not an integer.")
        .at(level.origin().place("default_concurrency"));
  }
}
