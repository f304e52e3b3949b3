package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CheckResult;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.config.LiveConfig;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.job.JobCompiler;
import dev.godwit.manifest.internal.job.JobSlots;
import dev.godwit.manifest.internal.request.RequesterCompiler;
import dev.godwit.manifest.internal.request.ResponseCache;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the parts of a source together over one configuration or another.
///
/// @param ahead null where pages are asked for only when they are needed
/// @param host runs what classes outside of the manifest implement; closed with the source
record Assembler(
    DeclarativeSource spec,
    Secrets secrets,
    Surroundings surroundings,
    Transport transport,
    ApiLimits limits,
    ResponseCache cache,
    @Nullable Ahead ahead,
    TemplateEnvironment environment,
    ComponentHost host) {
  /// The streams of a source over one configuration, and what compiles them.
  record Assembly(Streams streams, StreamCompiler compiler) {}

  Assembly assemble(LiveConfig config) {
    Scope scope = Scope.live(config::current, environment);
    Streams streams = new Streams(spec, config.current(), scope);
    RequesterCompiler requesters =
        new RequesterCompiler(transport, limits, cache, surroundings, config, secrets, scope);
    CustomParts customParts = new CustomParts(host);
    JobSlots slots =
        JobSlots.of(
            spec.maxConcurrentAsyncJobCount(), Scope.of(Map.of(), environment), surroundings.log());
    return new Assembly(
        streams,
        new StreamCompiler(
            scope,
            surroundings,
            customParts,
            ahead,
            requesters,
            new JobCompiler(scope, requesters, surroundings, slots),
            streams::isParent));
  }

  /// A check reads as anybody does, unless the manifest overrides the configuration for it.
  CheckResult check(Assembly usual, LiveConfig config) {
    if (CheckOverrides.of(spec.check()).isEmpty()) {
      return new Check(usual.streams(), usual.compiler(), config.current()).run(spec.check());
    }
    LiveConfig overlaid =
        new LiveConfig(
            CheckOverrides.over(config.current(), spec, surroundings.log()), ConfigStore.NONE);
    Assembly other = assemble(overlaid);
    return new Check(other.streams(), other.compiler(), overlaid.current()).run(spec.check());
  }

  /// Gives up what the source holds.
  void release() {
    host.close();
    cache.close();
    transport.close();
  }
}
