package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.core.net.HttpTap;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.config.ConfigRules;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.config.SecretValues;
import dev.godwit.manifest.internal.http.DiscreetTransport;
import dev.godwit.manifest.internal.http.PooledTransport;
import dev.godwit.manifest.internal.http.TappedTransport;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.request.ResponseCache;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DeclarativeSource.ConcurrencyLevel;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.internal.stream.Assembler.Assembly;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
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

  /// A source that talks to the network as the surroundings say.
  ///
  /// @throws GodwitException CONFIG `config.invalid` when the configuration does not fit the
  ///   manifest
  public static Source compile(
      DeclarativeSource spec,
      Map<String, @Nullable Object> config,
      Surroundings surroundings,
      ComponentHosts hosts) {
    Transport network = new PooledTransport(surroundings.variables(), USER_AGENT);
    HttpTap tap = surroundings.tap();
    Transport transport = tap == null ? network : new TappedTransport(network, tap);
    return compile(spec, config, surroundings, transport, hosts);
  }

  /// As above over a transport of the caller's, which the source closes.
  public static Source compile(
      DeclarativeSource spec,
      Map<String, @Nullable Object> config,
      Surroundings surroundings,
      Transport transport,
      ComponentHosts hosts) {
    HttpTap tap = surroundings.tap();
    Secrets secrets = tap == null ? new Secrets() : new Secrets(tap::learned);
    add(spec, config, secrets);
    Surroundings discreet = surroundings.with(secrets.mask(surroundings.log()));
    try {
      return new DiscreetSource(
          source(spec, config, discreet, new DiscreetTransport(transport, secrets), hosts, secrets),
          secrets);
    } catch (GodwitException e) {
      throw secrets.mask(e);
    }
  }

  private static void add(
      DeclarativeSource source, Map<String, @Nullable Object> config, Secrets secrets) {
    Spec spec = source.spec();
    if (spec != null) {
      Map<String, @Nullable Object> schema = spec.connectionSpecification();
      SecretValues.of(schema, config).forEach(secrets::add);
      SecretValues.of(schema, CheckOverrides.of(source.check())).forEach(secrets::add);
    }
  }

  private static Source source(
      DeclarativeSource spec,
      Map<String, @Nullable Object> config,
      Surroundings surroundings,
      Transport transport,
      ComponentHosts hosts,
      Secrets secrets) {
    TemplateEnvironment environment = new TemplateEnvironment(surroundings.clock(), RANDOM);
    Map<String, @Nullable Object> usable =
        new ConfigRules(spec.spec(), environment).apply(config, surroundings.configs());
    add(spec, usable, secrets);
    LiveConfig live = new LiveConfig(usable, surroundings.configs());
    Scope scope = Scope.live(live::current, environment);
    int concurrency = concurrency(spec.concurrencyLevel(), scope);
    ApiLimits limits = ApiLimits.of(spec, concurrency, surroundings, scope);
    Assembler assembler =
        new Assembler(
            spec,
            secrets,
            surroundings,
            transport,
            limits,
            new ResponseCache(),
            Ahead.of(surroundings, concurrency),
            environment,
            hosts.open(
                new HostWorld(
                    live::current,
                    live::replace,
                    surroundings,
                    new EngineLink(transport, limits))));
    Assembly assembly = assembler.assemble(live);
    return new ManifestSource(
        assembly.streams(),
        assembly.compiler(),
        () -> assembler.check(assembly, live),
        concurrency,
        assembler::release);
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
