package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import org.jspecify.annotations.Nullable;

/// How a value is looked at.
public sealed interface ValidationStrategySpec extends Component {
  /// The value must match a JSON schema.
  ///
  /// @param baseSchema the schema, or a template of its JSON text
  record ValidateAdheresToSchema(
      Origin origin, @Scope(CONFIG) TextOrMap<@Nullable Object> baseSchema)
      implements ValidationStrategySpec {}

  /// A strategy that a class outside the manifest implements.
  @OpenFields
  record CustomValidationStrategy(Origin origin, String className)
      implements ValidationStrategySpec {}
}
