package dev.godwit.manifest.internal.resolver;

import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.StreamConfig;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every combination of the elements of lists in a configuration, as one object each.
final class ConfiguredValues {
  private ConfiguredValues() {}

  static List<Map<String, @Nullable Object>> of(
      List<StreamConfig> lists, Map<String, @Nullable Object> config, Scope scope) {
    List<Map<String, @Nullable Object>> combinations = List.of(Map.of());
    for (int list = 0; list < lists.size(); list++) {
      combinations =
          times(combinations, elements(lists.get(list), config, scope), "source_config_" + list);
    }
    return combinations;
  }

  private static List<@Nullable Object> elements(
      StreamConfig list, Map<String, @Nullable Object> config, Scope scope) {
    List<@Nullable Object> steps = new ArrayList<>();
    for (String step : list.configsPointer()) {
      steps.add(InterpolatedString.of(step, list.origin().parameters()).eval(scope));
    }
    Object found = TreePath.of(steps).find(config, List.of());
    List<@Nullable Object> elements = new ArrayList<>();
    if (found instanceof List<?> many) {
      elements.addAll(many);
    } else {
      elements.add(found);
    }
    elements.addAll(list.defaultValues());
    return elements;
  }

  /// Later objects win over earlier ones; what is no object goes under a name of its own, together
  /// with its position.
  private static List<Map<String, @Nullable Object>> times(
      List<Map<String, @Nullable Object>> combinations,
      List<@Nullable Object> elements,
      String name) {
    List<Map<String, @Nullable Object>> product = new ArrayList<>();
    for (Map<String, @Nullable Object> combination : combinations) {
      for (int i = 0; i < elements.size(); i++) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(combination);
        if (elements.get(i) instanceof Map<?, ?> fields) {
          fields.forEach((key, value) -> merged.put(String.valueOf(key), value));
        } else {
          merged.putIfAbsent(name, Tuple.of((long) i, elements.get(i)));
        }
        product.add(merged);
      }
    }
    return product;
  }
}
