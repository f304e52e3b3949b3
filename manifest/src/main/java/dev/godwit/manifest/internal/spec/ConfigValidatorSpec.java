package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a configuration must fulfil.
public sealed interface ConfigValidatorSpec extends Component {
  ValidationStrategySpec validationStrategy();

  /// Looks at the value at a path.
  record DpathValidator(
      Origin origin,
      @Scope(CONFIG) List<String> fieldPath,
      ValidationStrategySpec validationStrategy)
      implements ConfigValidatorSpec {}

  /// Looks at a value that the manifest states, templates included.
  record PredicateValidator(
      Origin origin,
      @Scope(CONFIG) @Nullable Object value,
      ValidationStrategySpec validationStrategy)
      implements ConfigValidatorSpec {}
}
