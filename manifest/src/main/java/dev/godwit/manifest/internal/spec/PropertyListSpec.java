package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;

import java.util.List;

/// Where the names of properties come from.
public sealed interface PropertyListSpec extends Component {
  /// The manifest lists them.
  @FromList("names")
  record StaticProperties(Origin origin, List<String> names) implements PropertyListSpec {}

  /// The API lists them.
  record PropertiesFromEndpoint(
      Origin origin,
      @Scope({CONFIG, PARAMETERS}) List<String> propertyFieldPath,
      SynchronousRetrieverSpec retriever)
      implements PropertyListSpec {}
}
