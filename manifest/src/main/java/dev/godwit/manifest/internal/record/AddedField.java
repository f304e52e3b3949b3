package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Reads;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.Arrays;
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
    this.types = ValueType.of(spec.valueType());
    this.condition = condition;
  }

  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    Object result = value.eval(scope, types);
    if (condition == null || condition.eval(scope.with("value", result).with("path", path))) {
      Placement.put(row, path, JsonValues.of(result));
    }
  }

  /// A value that does not depend on the row is the same for all rows of a document.
  @Override
  public Transformation forDocument() {
    boolean same =
        condition == null
            && value.template().isRepeatable()
            && value.template().reads("record") instanceof Reads.Keys(Set<String> names)
            && names.isEmpty();
    return same ? new Remembering() : this;
  }

  private final class Remembering implements Transformation {
    private boolean known;
    private @Nullable Object remembered;

    @Override
    public void apply(Map<String, @Nullable Object> row, Scope scope) {
      if (!known) {
        remembered = value.eval(scope, types);
        known = true;
      }
      Placement.put(row, path, JsonValues.of(remembered));
    }
  }

  @Override
  public @Nullable Footprint footprint() {
    boolean replaces = path.size() == 1 && condition == null;
    String field = path.getFirst();
    return Footprint.all(
        Arrays.asList(
            replaces ? Footprint.writing(field) : Footprint.changing(field),
            Footprint.of(value.template()),
            condition == null ? Footprint.writing(field) : Footprint.of(condition.template())));
  }
}
