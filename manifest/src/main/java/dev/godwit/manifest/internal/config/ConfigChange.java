package dev.godwit.manifest.internal.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec.ConfigAddFields;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec.ConfigRemapField;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec.ConfigRemoveFields;
import dev.godwit.manifest.internal.spec.ConfigTransformationSpec.CustomConfigTransformation;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One change of a configuration. Templates see the configuration as earlier changes left it.
sealed interface ConfigChange {
  /// Changes `config` in its place.
  ///
  /// @param scope sees `config`
  void apply(Map<String, @Nullable Object> config, Scope scope);

  static ConfigChange of(ConfigTransformationSpec spec) {
    return switch (spec) {
      case ConfigAddFields add -> new Added(add.fields(), add.condition());
      case ConfigRemoveFields remove ->
          new Removed(
              remove.fieldPointers().stream().map(TreePath::of).toList(), remove.condition());
      case ConfigRemapField remap -> {
        if (remap.fieldPath().isEmpty()) {
          throw GodwitException.config("manifest.empty-path", "A field to replace has no path.")
              .at(remap.origin().place("field_path"));
        }
        yield new Remapped(remap.fieldPath(), remap.map());
      }
      case CustomConfigTransformation other -> throw Unsupported.component(other);
    };
  }

  /// Sets fields. Later fields see earlier ones.
  record Added(List<AddedFieldDefinition> fields, String condition) implements ConfigChange {
    @Override
    public void apply(Map<String, @Nullable Object> config, Scope scope) {
      for (AddedFieldDefinition field : fields) {
        if (field.path().isEmpty()) {
          throw GodwitException.config("manifest.empty-path", "A field to add has no path.")
              .at(field.origin().place("path"));
        }
        Object value =
            InterpolatedString.of(field.value(), field.origin().parameters())
                .eval(scope, ValueType.of(field.valueType()));
        Scope seen = scope.with("value", value).with("path", field.path());
        if (holds(condition, seen)) {
          Placement.put(config, field.path(), plain(value));
        }
      }
    }
  }

  /// Takes fields out. What is not there is no error.
  record Removed(List<TreePath> paths, String condition) implements ConfigChange {
    @Override
    public void apply(Map<String, @Nullable Object> config, Scope scope) {
      if (holds(condition, scope)) {
        paths.forEach(path -> path.remove(config));
      }
    }
  }

  /// Replaces a text by what a map has for it.
  record Remapped(List<String> path, TextOrMap<@Nullable Object> map) implements ConfigChange {
    @Override
    public void apply(Map<String, @Nullable Object> config, Scope scope) {
      Map<String, @Nullable Object> parent = parent(config, scope);
      if (parent == null) {
        return;
      }
      Object last = InterpolatedString.of(path.getLast(), Map.of()).eval(scope);
      if (last instanceof String name && parent.get(name) instanceof String value) {
        Map<?, ?> replacements = replacements(scope);
        if (replacements.containsKey(value)) {
          parent.put(name, plain(replacements.get(value)));
        }
      }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, @Nullable Object> parent(
        Map<String, @Nullable Object> config, Scope scope) {
      Map<String, @Nullable Object> current = config;
      for (String step : path.subList(0, path.size() - 1)) {
        Object name = InterpolatedString.of(step, Map.of()).eval(scope);
        if (!(name instanceof String key && current.get(key) instanceof Map<?, ?> inner)) {
          return null;
        }
        current = (Map<String, @Nullable Object>) inner;
      }
      return current;
    }

    private Map<?, ?> replacements(Scope scope) {
      return switch (map) {
        case TextOrMap.Entries<@Nullable Object> entries ->
            InterpolatedMapping.of(entries.values(), Map.of()).eval(scope);
        case TextOrMap.Text<@Nullable Object> text ->
            InterpolatedString.of(text.value(), Map.of()).eval(scope) instanceof Map<?, ?> values
                ? values
                : Map.of();
      };
    }
  }

  /// What a template made, as JSON knows it; what JSON does not know becomes text.
  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Number) {
      return value;
    }
    try {
      return JsonParser.LENIENT.parse(PythonJson.DEFAULT.dumps(value));
    } catch (PythonException notJson) {
      return Repr.str(value);
    }
  }

  private static boolean holds(String condition, Scope scope) {
    return condition.isEmpty() || InterpolatedBoolean.of(condition, Map.of()).eval(scope);
  }
}
