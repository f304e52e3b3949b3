package dev.godwit.manifest.internal.resolver;

import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ComponentMappingDefinition;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts one value into a copy of a stream template.
final class Mapping {
  private final List<InterpolatedString> path;
  private final InterpolatedString value;
  private final Set<ValueType> types;
  private final TextValues texts;
  private final boolean creates;
  private final @Nullable InterpolatedBoolean condition;

  /// @param texts what becomes of texts
  /// @param creates whether a place that the template lacks is made
  /// @param condition null for a mapping that always applies
  Mapping(
      ComponentMappingDefinition spec,
      TextValues texts,
      boolean creates,
      @Nullable InterpolatedBoolean condition) {
    Map<String, @Nullable Object> parameters = spec.origin().parameters();
    this.path =
        spec.fieldPath().stream().map(step -> InterpolatedString.of(step, parameters)).toList();
    this.value = InterpolatedString.of(spec.value(), parameters);
    this.types = ValueType.of(spec.valueType());
    this.texts = texts;
    this.creates = creates;
    this.condition = condition;
  }

  void apply(Map<String, @Nullable Object> template, Scope scope) {
    if (condition != null && !condition.eval(scope)) {
      return;
    }
    Object result = JsonValues.of(value.eval(scope, types));
    Object typed = result instanceof String text ? texts.read(text) : result;
    List<@Nullable Object> steps = new ArrayList<>();
    path.forEach(step -> steps.add(step.eval(scope)));
    int places = TreePath.of(steps).replace(template, typed);
    if (places == 0 && creates && Truth.of(typed)) {
      Placement.put(template, steps.stream().map(Repr::str).toList(), typed);
    }
  }
}
