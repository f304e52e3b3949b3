package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a user has to configure.
///
/// @param connectionSpecification JSON schema of the configuration
public record Spec(
    Origin origin,
    Map<String, @Nullable Object> connectionSpecification,
    @Nullable String documentationUrl,
    @Nullable AuthFlow advancedAuth,
    @Nullable ConfigNormalizationRules configNormalizationRules)
    implements Component {
  /// How a user grants access in a browser.
  @Untyped
  public record AuthFlow(
      Origin origin,
      @Nullable AuthFlowType authFlowType,
      @Nullable List<String> predicateKey,
      @Nullable String predicateValue,
      @Nullable OAuthConfigSpecification oauthConfigSpecification)
      implements Component {}

  /// The protocols for granting access.
  public enum AuthFlowType implements WireValue {
    OAUTH2_0("oauth2.0"),
    OAUTH1_0("oauth1.0");

    private final String wire;

    AuthFlowType(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /// What happens to the configuration before it is used.
  public record ConfigNormalizationRules(
      Origin origin,
      @Default("[]") List<ConfigMigration> configMigrations,
      @Default("[]") List<ConfigTransformationSpec> transformations,
      @Default("[]") List<ConfigValidatorSpec> validations)
      implements Component {}

  /// Changes that bring configurations of older versions up to date, and that are kept.
  public record ConfigMigration(
      Origin origin, @Nullable String description, List<ConfigTransformationSpec> transformations)
      implements Component {}
}
