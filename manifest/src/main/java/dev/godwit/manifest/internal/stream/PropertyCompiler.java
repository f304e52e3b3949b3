package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.property.Properties;
import dev.godwit.manifest.internal.property.PropertiesOnce;
import dev.godwit.manifest.internal.property.PropertyNames;
import dev.godwit.manifest.internal.record.Transformation;
import dev.godwit.manifest.internal.record.TransformationCompiler;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.PropertyListSpec;
import dev.godwit.manifest.internal.spec.PropertyListSpec.PropertiesFromEndpoint;
import dev.godwit.manifest.internal.spec.PropertyListSpec.StaticProperties;
import dev.godwit.manifest.internal.spec.QueryProperties;
import dev.godwit.manifest.internal.spec.QueryProperties.JsonSchemaPropertySelector;
import dev.godwit.manifest.internal.spec.RequestParameterSpec;
import dev.godwit.manifest.internal.spec.RequesterSpec;
import dev.godwit.manifest.internal.spec.RequesterSpec.CustomRequester;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes out of a requester's description which properties its requests ask for.
final class PropertyCompiler {
  private final Scope scope;
  private final Function<PropertiesFromEndpoint, PropertyNames> endpoints;
  private final Chosen chosen;

  /// @param endpoints makes names out of what the API lists
  PropertyCompiler(
      Scope scope, Function<PropertiesFromEndpoint, PropertyNames> endpoints, Chosen chosen) {
    this.scope = scope;
    this.endpoints = endpoints;
    this.chosen = chosen;
  }

  /// Whether requests for a stream ask only for what its chosen schema has.
  static boolean selects(StreamTemplateSpec stream) {
    return switch (stream) {
      case DeclarativeStream declared ->
          declared.retriever() instanceof SimpleRetriever simple
              && simple.requester() instanceof HttpRequester http
              && Stream.concat(
                      inParameters(http).stream(), Stream.ofNullable(http.queryProperties()))
                  .anyMatch(properties -> properties.propertySelector() != null);
      case StreamTemplateSpec.StateDelegatingStream pair ->
          selects(pair.fullRefreshStream()) && selects(pair.incrementalStream());
    };
  }

  /// The properties of a requester; null where the manifest chooses none.
  @Nullable Properties compile(RequesterSpec spec) {
    return switch (spec) {
      case HttpRequester http -> compile(http);
      case CustomRequester _ -> null;
    };
  }

  private @Nullable Properties compile(HttpRequester spec) {
    List<QueryProperties> parameters = inParameters(spec);
    PropertiesFromEndpoint former = spec.fetchPropertiesFromEndpoint();
    if (parameters.size() > 1 || (former != null && !parameters.isEmpty())) {
      throw GodwitException.config(
              "manifest.properties", "A requester chooses its properties in one place only.")
          .at(spec.origin().place("request_parameters"));
    }
    if (!parameters.isEmpty()) {
      return compile(parameters.getFirst());
    }
    if (former != null) {
      return new Properties(names(former), List.of(), null, null);
    }
    return spec.queryProperties() == null ? null : compile(spec.queryProperties());
  }

  private static List<QueryProperties> inParameters(HttpRequester spec) {
    return switch (spec.requestParameters()) {
      case null -> List.of();
      case TextOrMap.Text<RequestParameterSpec> _ -> List.of();
      case TextOrMap.Entries<RequestParameterSpec>(Map<String, RequestParameterSpec> entries) ->
          entries.values().stream()
              .filter(QueryProperties.class::isInstance)
              .map(QueryProperties.class::cast)
              .toList();
    };
  }

  private Properties compile(QueryProperties spec) {
    return Properties.of(spec, names(spec.propertyList()), selected(spec.propertySelector()));
  }

  /// The names of the chosen schema's properties, as the transformations leave them; null for all.
  private @Nullable Set<String> selected(@Nullable JsonSchemaPropertySelector spec) {
    Map<?, ?> properties = chosen.properties();
    if (spec == null || properties == null) {
      return null;
    }
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> names =
        (Map<String, @Nullable Object>)
            Objects.requireNonNull(JsonParser.STRICT.parse(JsonWriter.bytes(properties)));
    for (Transformation transformation :
        new TransformationCompiler(scope).compile(spec.transformations())) {
      transformation.apply(names, scope.with("record", names));
    }
    return Set.copyOf(names.keySet());
  }

  private PropertyNames names(PropertyListSpec spec) {
    return switch (spec) {
      case StaticProperties fixed -> meter -> fixed.names();
      case PropertiesFromEndpoint endpoint -> new PropertiesOnce(endpoints.apply(endpoint));
    };
  }
}
