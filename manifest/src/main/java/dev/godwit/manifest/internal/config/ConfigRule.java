package dev.godwit.manifest.internal.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.spec.ConfigValidatorSpec;
import dev.godwit.manifest.internal.spec.ConfigValidatorSpec.DpathValidator;
import dev.godwit.manifest.internal.spec.ConfigValidatorSpec.PredicateValidator;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.spec.ValidationStrategySpec.CustomValidationStrategy;
import dev.godwit.manifest.internal.spec.ValidationStrategySpec.ValidateAdheresToSchema;
import dev.godwit.manifest.internal.template.InterpolatedNestedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules of its own that a manifest has for configurations. Values never appear in messages:
/// they may be secrets.
final class ConfigRule {
  private ConfigRule() {}

  /// Requires that a configuration keeps a rule. Where it has nothing at the rule's path, it does.
  ///
  /// @param scope sees the configuration
  static void require(ConfigValidatorSpec rule, Map<String, @Nullable Object> config, Scope scope) {
    switch (rule) {
      case DpathValidator validator -> {
        List<@Nullable Object> path = new ArrayList<>();
        validator
            .fieldPath()
            .forEach(step -> path.add(InterpolatedString.of(step, Map.of()).eval(scope)));
        String name = String.join(".", validator.fieldPath());
        for (Object value : TreePath.of(path).all(config)) {
          require(rule, name, value, scope);
        }
      }
      case PredicateValidator validator ->
          require(
              rule,
              "",
              InterpolatedNestedMapping.of(validator.value(), validator.origin().parameters())
                  .eval(scope),
              scope);
    }
  }

  private static void require(
      ConfigValidatorSpec rule, String name, @Nullable Object value, Scope scope) {
    switch (rule.validationStrategy()) {
      case ValidateAdheresToSchema strategy -> {
        List<Problem> problems = ConfigCheck.problems(parsed(value, name), schema(strategy, scope));
        if (!problems.isEmpty()) {
          String list =
              problems.stream()
                  .map(problem -> problem.within(name).toString())
                  .collect(Collectors.joining("\n  "));
          throw invalid(list).at(strategy.origin().place());
        }
      }
      case CustomValidationStrategy other -> throw Unsupported.component(other);
    }
  }

  /// Text counts as the JSON that it holds.
  private static @Nullable Object parsed(@Nullable Object value, String name) {
    if (!(value instanceof String text)) {
      return value;
    }
    try {
      return JsonParser.LENIENT.parse(text);
    } catch (GodwitException notJson) {
      throw invalid(new Problem(name, "must be JSON").toString());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> schema(
      ValidateAdheresToSchema strategy, Scope scope) {
    Object schema =
        switch (strategy.baseSchema()) {
          case TextOrMap.Entries<@Nullable Object> entries -> entries.values();
          case TextOrMap.Text<@Nullable Object> text ->
              parsed(
                  InterpolatedString.of(text.value(), strategy.origin().parameters()).eval(scope),
                  "base_schema");
        };
    if (schema instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    Origin origin = strategy.origin();
    throw GodwitException.config("manifest.wrong-type", "base_schema is no JSON schema.")
        .at(origin.place("base_schema"));
  }

  private static GodwitException invalid(String problems) {
    return GodwitException.config(
            "config.invalid", "The configuration breaks a rule of the manifest:\n  " + problems)
        .hint("The connector's spec lists all fields and their meaning.");
  }
}
