package dev.godwit.manifest.internal.resolver;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.scope.RowView;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ComponentMappingDefinition;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ConfigComponentsResolver;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.HttpComponentsResolver;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ParametrizedComponentsResolver;
import dev.godwit.manifest.internal.spec.DynamicDeclarativeStream;
import dev.godwit.manifest.internal.spec.ValueType;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills templates with what their resolvers find. Each kind of resolver treats texts, conditions
/// and missing places in its own way, as in the reference.
record Filler(Map<String, @Nullable Object> config, Scope scope, RowSource rows) {
  private static final String VALUES = "components_values";

  /// Filled copies of a template, in the resolver's order.
  List<Map<String, @Nullable Object>> fill(StreamTemplate template, DynamicDeclarativeStream spec)
      throws InterruptedException {
    Scope seen = scope.with("stream_template_config", template.plain());
    return switch (spec.componentsResolver()) {
      case ConfigComponentsResolver resolver ->
          filled(
              template,
              ConfiguredValues.of(resolver.streamConfig(), config, scope),
              resolver.componentsMapping().stream()
                  .map(mapping -> ofConfig(mapping, resolver))
                  .toList(),
              seen);
      case ParametrizedComponentsResolver resolver ->
          filled(
              template,
              resolver.streamParameters().listOfParametersForStream(),
              resolver.componentsMapping().stream().map(Filler::ofParameters).toList(),
              seen);
      case HttpComponentsResolver resolver -> fetched(template, resolver, spec.name(), seen);
    };
  }

  private static Mapping ofConfig(
      ComponentMappingDefinition spec, ComponentsResolverSpec resolver) {
    String condition = spec.condition();
    return new Mapping(
        spec,
        spec.valueType() == ValueType.STRING ? TextValues.KEPT : TextValues.LENIENT_YAML,
        spec.createOrUpdate(),
        condition == null || condition.isEmpty()
            ? null
            : InterpolatedBoolean.of(condition, resolver.origin().parameters()));
  }

  private static Mapping ofParameters(ComponentMappingDefinition spec) {
    return new Mapping(withoutCondition(spec), TextValues.YAML, spec.createOrUpdate(), null);
  }

  private static Mapping ofRows(ComponentMappingDefinition spec) {
    return new Mapping(withoutCondition(spec), TextValues.KEPT, false, null);
  }

  private static ComponentMappingDefinition withoutCondition(ComponentMappingDefinition spec) {
    String condition = spec.condition();
    if (condition != null && !condition.isEmpty()) {
      throw GodwitException.system(
              "dynamic.condition", "Only a ConfigComponentsResolver takes conditions.")
          .at(spec.origin().place("condition"));
    }
    return spec;
  }

  private static List<Map<String, @Nullable Object>> filled(
      StreamTemplate template,
      List<Map<String, @Nullable Object>> values,
      List<Mapping> mappings,
      Scope scope) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    values.forEach(each -> all.add(filled(template, mappings, scope.with(VALUES, each))));
    return all;
  }

  private static Map<String, @Nullable Object> filled(
      StreamTemplate template, List<Mapping> mappings, Scope scope) {
    Map<String, @Nullable Object> copy = template.copy();
    mappings.forEach(mapping -> mapping.apply(copy, scope));
    return copy;
  }

  private List<Map<String, @Nullable Object>> fetched(
      StreamTemplate template, HttpComponentsResolver resolver, String name, Scope scope)
      throws InterruptedException {
    List<Mapping> mappings = resolver.componentsMapping().stream().map(Filler::ofRows).toList();
    String retrieverName = name.isEmpty() ? "__http_components_resolver" : name;
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    rows.read(
        resolver.retriever(),
        retrieverName,
        (slice, row) -> {
          Scope ofRow = scope.with(VALUES, new RowView(row, retrieverName));
          all.add(filled(template, mappings, SliceView.withSlice(ofRow, slice)));
        });
    return all;
  }
}
