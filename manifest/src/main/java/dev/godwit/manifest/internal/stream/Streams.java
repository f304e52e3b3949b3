package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.resolver.DynamicStreams;
import dev.godwit.manifest.internal.resolver.RowSource;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DynamicDeclarativeStream;
import dev.godwit.manifest.internal.spec.StreamSpec;
import dev.godwit.manifest.internal.spec.StreamSpec.ConditionalStreams;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The streams that a manifest and a configuration have together. Those that templates make are
/// made when first asked for, which may ask the API. Thread-safe.
final class Streams {
  private final List<StreamTemplateSpec> listed;
  private final List<DynamicDeclarativeStream> templates;
  private final Map<String, @Nullable Object> config;
  private final Scope scope;
  private volatile Set<String> parents;
  private @Nullable Map<String, List<StreamTemplateSpec>> made;

  /// @param scope holds the configuration
  Streams(DeclarativeSource spec, Map<String, @Nullable Object> config, Scope scope) {
    this.listed = listed(spec.streams(), scope);
    this.templates = spec.dynamicStreams();
    this.config = config;
    this.scope = scope;
    this.parents = Parents.of(listed);
  }

  private static List<StreamTemplateSpec> listed(List<StreamSpec> specs, Scope scope) {
    List<StreamTemplateSpec> streams = new ArrayList<>();
    for (StreamSpec spec : specs) {
      switch (spec) {
        case StreamTemplateSpec stream -> streams.add(stream);
        case ConditionalStreams conditional -> {
          if (InterpolatedBoolean.of(conditional.condition(), Map.of()).eval(scope)) {
            streams.addAll(conditional.streams());
          }
        }
      }
    }
    return List.copyOf(streams);
  }

  /// The streams that the manifest lists and whose condition holds.
  List<StreamTemplateSpec> listed() {
    return listed;
  }

  /// Names of the manifest's templates.
  Set<String> templates(RowSource rows) {
    return made(rows).keySet();
  }

  /// The streams that one template makes.
  List<StreamTemplateSpec> madeBy(String template, RowSource rows) {
    return made(rows).getOrDefault(template, List.of());
  }

  /// All streams: first the listed ones, then those that templates make.
  ///
  /// @param rows reads what templates are filled with
  List<StreamTemplateSpec> all(RowSource rows) {
    if (templates.isEmpty()) {
      return listed;
    }
    List<StreamTemplateSpec> all = new ArrayList<>(listed);
    made(rows).values().forEach(all::addAll);
    return all;
  }

  private synchronized Map<String, List<StreamTemplateSpec>> made(RowSource rows) {
    Map<String, List<StreamTemplateSpec>> known = made;
    if (known == null) {
      known = resolve(rows);
      made = known;
      List<StreamTemplateSpec> all = new ArrayList<>(listed);
      known.values().forEach(all::addAll);
      parents = Parents.of(all);
    }
    return known;
  }

  private Map<String, List<StreamTemplateSpec>> resolve(RowSource rows) {
    try {
      return DynamicStreams.resolve(templates, config, scope, rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
              "stream.interrupted", "Making the list of streams was interrupted.")
          .hint("Run it again.");
    }
  }

  /// Whether other streams read the stream of this name, as far as streams are known.
  boolean isParent(String name) {
    return parents.contains(name);
  }
}
