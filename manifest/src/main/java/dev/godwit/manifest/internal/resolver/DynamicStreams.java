package dev.godwit.manifest.internal.resolver;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ConfigComponentsResolver;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.HttpComponentsResolver;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ParametrizedComponentsResolver;
import dev.godwit.manifest.internal.spec.DynamicDeclarativeStream;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes streams out of templates.
public final class DynamicStreams {
  private final Filler filler;
  private final Set<String> names = new HashSet<>();

  private DynamicStreams(Filler filler) {
    this.filler = filler;
  }

  /// All streams of all templates, in order, by the name of their template.
  ///
  /// @param scope holds the configuration
  /// @throws GodwitException `dynamic.duplicate-name` when two streams have one name: CONFIG where
  ///   the configuration named them, else SYSTEM
  public static Map<String, List<StreamTemplateSpec>> resolve(
      List<DynamicDeclarativeStream> specs,
      Map<String, @Nullable Object> config,
      Scope scope,
      RowSource rows)
      throws InterruptedException {
    DynamicStreams made = new DynamicStreams(new Filler(config, scope, rows));
    Map<String, List<StreamTemplateSpec>> byTemplate = new LinkedHashMap<>();
    for (int i = 0; i < specs.size(); i++) {
      byTemplate
          .computeIfAbsent(nameOf(specs.get(i), i), name -> new ArrayList<>())
          .addAll(made.streams(specs.get(i)));
    }
    return byTemplate;
  }

  private static String nameOf(DynamicDeclarativeStream spec, int position) {
    boolean named = spec.origin().node().field("name") != null;
    return named ? spec.name() : "dynamic_stream_" + position;
  }

  private List<StreamTemplateSpec> streams(DynamicDeclarativeStream spec)
      throws InterruptedException {
    StreamTemplate template = new StreamTemplate(spec);
    List<StreamTemplateSpec> streams = new ArrayList<>();
    for (Map<String, @Nullable Object> filled : filler.fill(template, spec)) {
      StreamTemplateSpec stream = template.stream(filled);
      if (!names.add(stream.name())) {
        throw duplicate(stream, spec.componentsResolver());
      }
      streams.add(stream);
    }
    return streams;
  }

  private static GodwitException duplicate(
      StreamTemplateSpec stream, ComponentsResolverSpec resolver) {
    String message = "Two dynamic streams have the name '" + stream.name() + "'.";
    GodwitException error =
        switch (resolver) {
          case ConfigComponentsResolver _ ->
              GodwitException.config("dynamic.duplicate-name", message)
                  .hint("Name them apart in the configuration.");
          case HttpComponentsResolver _, ParametrizedComponentsResolver _ ->
              GodwitException.system("dynamic.duplicate-name", message)
                  .hint("Map something that tells them apart to the name.");
        };
    return error.at(resolver.origin().place());
  }
}
