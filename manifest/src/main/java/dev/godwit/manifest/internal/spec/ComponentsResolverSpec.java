package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.COMPONENTS_VALUES;
import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_TEMPLATE_CONFIG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the values come from that turn a stream template into streams.
public sealed interface ComponentsResolverSpec extends Component {
  List<ComponentMappingDefinition> componentsMapping();

  /// One stream per row that a retriever reads.
  record HttpComponentsResolver(
      Origin origin, RetrieverSpec retriever, List<ComponentMappingDefinition> componentsMapping)
      implements ComponentsResolverSpec {}

  /// One stream per element, or combination of elements, of lists in the configuration.
  record ConfigComponentsResolver(
      Origin origin,
      @OrSingle List<StreamConfig> streamConfig,
      List<ComponentMappingDefinition> componentsMapping)
      implements ComponentsResolverSpec {}

  /// One stream per set of values that the manifest itself lists.
  record ParametrizedComponentsResolver(
      Origin origin,
      StreamParametersDefinition streamParameters,
      List<ComponentMappingDefinition> componentsMapping)
      implements ComponentsResolverSpec {}

  /// Puts a value into a field of the template.
  record ComponentMappingDefinition(
      Origin origin,
      @Scope({CONFIG, COMPONENTS_VALUES, STREAM_SLICE, STREAM_TEMPLATE_CONFIG})
          List<String> fieldPath,
      @Scope({CONFIG, STREAM_TEMPLATE_CONFIG, COMPONENTS_VALUES, STREAM_SLICE}) String value,
      @Nullable ValueType valueType,
      @Default("false") boolean createOrUpdate,
      @Scope({CONFIG, STREAM_TEMPLATE_CONFIG, COMPONENTS_VALUES, STREAM_SLICE})
          @Nullable String condition)
      implements Component {}

  /// A list in the configuration.
  record StreamConfig(
      Origin origin,
      @Scope(PARAMETERS) List<String> configsPointer,
      @OrEmpty List<Map<String, @Nullable Object>> defaultValues)
      implements Component {}

  /// Sets of values, one per stream.
  record StreamParametersDefinition(
      Origin origin, List<Map<String, @Nullable Object>> listOfParametersForStream)
      implements Component {}
}
