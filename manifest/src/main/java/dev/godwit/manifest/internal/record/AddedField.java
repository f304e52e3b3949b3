package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sets one field of a row. Later fields see earlier ones.
final class AddedField implements Transformation {
  private final List<String> path;
  private final InterpolatedString value;
  private final Set<ValueType> types;
  private final @Nullable InterpolatedBoolean condition;

  AddedField(AddedFieldDefinition spec, @Nullable InterpolatedBoolean condition) {
    this.path = spec.path();
    this.value = InterpolatedString.of(spec.value(), spec.origin().parameters());
    this.types = types(spec);
    this.condition = condition;
  }

  private static Set<ValueType> types(AddedFieldDefinition spec) {
    return switch (spec.valueType()) {
      case null -> ValueType.ANY;
      case STRING -> ValueType.TEXT;
      case NUMBER -> Set.of(ValueType.FLOAT);
      case INTEGER -> Set.of(ValueType.INTEGER);
      case BOOLEAN -> Set.of(ValueType.BOOLEAN);
    };
  }

  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    Object result = value.eval(scope, types);
    if (condition == null || condition.eval(scope.with("value", result).with("path", path))) {
      Placement.put(row, path, JsonValues.of(result));
    }
  }
}
