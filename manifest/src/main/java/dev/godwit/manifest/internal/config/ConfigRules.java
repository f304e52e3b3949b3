package dev.godwit.manifest.internal.config;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.internal.spec.Spec.ConfigMigration;
import dev.godwit.manifest.internal.spec.Spec.ConfigNormalizationRules;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a manifest does with a configuration before anything uses it: bring it up to date, derive
/// values, check it.
public final class ConfigRules {
  private final @Nullable Spec spec;
  private final TemplateEnvironment environment;

  /// @param spec null for a manifest that says nothing of its configuration
  public ConfigRules(@Nullable Spec spec, TemplateEnvironment environment) {
    this.spec = spec;
    this.environment = environment;
  }

  /// The configuration to run with.
  ///
  /// @param store hears of a configuration that migrations have changed at its top level; what they
  ///   change inside of objects counts, but is not told, as in the reference
  /// @throws GodwitException CONFIG `config.invalid` when it does not fit the spec or the
  ///   manifest's own rules
  public Map<String, @Nullable Object> apply(
      Map<String, @Nullable Object> given, ConfigStore store) {
    Spec declared = spec;
    if (declared == null) {
      return given;
    }
    Map<String, @Nullable Object> config = LiveConfig.copy(given);
    ConfigNormalizationRules rules = declared.configNormalizationRules();
    if (rules != null && !config.isEmpty()) {
      Map<String, @Nullable Object> before = new LinkedHashMap<>(config);
      rules.configMigrations().stream()
          .map(ConfigMigration::transformations)
          .forEach(changes -> change(config, changes));
      if (!Equality.equal(before, config)) {
        store.keep(new Update(Cause.MIGRATED, given, LiveConfig.copy(config)));
      }
      change(config, rules.transformations());
    }
    ConfigCheck.requireValid(config, declared.connectionSpecification());
    if (rules != null) {
      Scope scope = Scope.of(config, environment);
      rules.validations().forEach(rule -> ConfigRule.require(rule, config, scope));
    }
    return config;
  }

  private void change(
      Map<String, @Nullable Object> config, List<ConfigTransformationSpec> transformations) {
    Scope scope = Scope.of(config, environment);
    transformations.forEach(spec -> ConfigChange.of(spec).apply(config, scope));
  }
}
