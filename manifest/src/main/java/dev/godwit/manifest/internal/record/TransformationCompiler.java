package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.TransformationSpec;
import dev.godwit.manifest.internal.spec.TransformationSpec.AddFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.CustomTransformation;
import dev.godwit.manifest.internal.spec.TransformationSpec.DpathFlattenFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.FlattenFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeyTransformation;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysReplace;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysToLower;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysToSnakeCase;
import dev.godwit.manifest.internal.spec.TransformationSpec.RemoveFields;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes transformations out of their descriptions.
public final class TransformationCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public TransformationCompiler(Scope scope) {
    this.scope = scope;
  }

  /// The transformations of a list, in its order.
  public List<Transformation> compile(List<TransformationSpec> specs) {
    List<Transformation> compiled = new ArrayList<>();
    specs.forEach(spec -> compiled.addAll(compile(spec)));
    return List.copyOf(compiled);
  }

  private List<Transformation> compile(TransformationSpec spec) {
    return switch (spec) {
      case AddFields added -> added(added);
      case RemoveFields removed -> List.of(new RemovedFields(removed));
      case KeysToLower _ ->
          List.of(renamed(new KnownNames(name -> name.toLowerCase(Locale.ROOT)), false));
      case KeysToSnakeCase _ -> List.of(renamed(new KnownNames(SnakeCase::of), true));
      case KeysReplace replaced -> List.of(replaced(replaced));
      case FlattenFields flattened -> List.of(new FlattenedFields(flattened.flattenLists()));
      case DpathFlattenFields lifted -> List.of(lifted(lifted));
      case CustomTransformation other -> throw Unsupported.component(other);
    };
  }

  private static List<Transformation> added(AddFields spec) {
    InterpolatedBoolean condition =
        spec.condition().isEmpty()
            ? null
            : InterpolatedBoolean.of(spec.condition(), spec.origin().parameters());
    List<Transformation> fields = new ArrayList<>();
    for (AddedFieldDefinition field : spec.fields()) {
      if (field.path().isEmpty()) {
        throw GodwitException.config("manifest.empty-path", "A field to add needs a path.")
            .at(field.origin().place("path"));
      }
      fields.add(new AddedField(field, condition));
    }
    return fields;
  }

  private static Transformation renamed(KnownNames names, boolean deep) {
    return new RenamedKeys(row -> names, deep);
  }

  private static Transformation replaced(KeysReplace spec) {
    Map<String, @Nullable Object> parameters = spec.origin().parameters();
    InterpolatedString old = InterpolatedString.of(spec.old(), parameters);
    InterpolatedString replacement = InterpolatedString.of(spec.replacement(), parameters);
    return new RenamedKeys(
        row -> {
          String from = Repr.str(old.eval(row));
          String to = Repr.str(replacement.eval(row));
          return name -> name.replace(from, to);
        },
        true);
  }

  private Transformation lifted(DpathFlattenFields spec) {
    List<@Nullable Object> steps = new ArrayList<>();
    spec.fieldPath().forEach(step -> steps.add(value(step, spec.origin())));
    KeyTransformation names = spec.keyTransformation();
    return new LiftedFields(
        TreePath.of(steps),
        steps.contains("*"),
        Boolean.TRUE.equals(spec.deleteOriginValue()),
        Boolean.TRUE.equals(spec.replaceRecord()),
        names == null ? "" : affix(names.prefix(), names.origin()),
        names == null ? "" : affix(names.suffix(), names.origin()));
  }

  private String affix(@Nullable String template, Origin origin) {
    Object value = template == null ? null : value(template, origin);
    return Truth.of(value) ? Repr.str(value) : "";
  }

  private @Nullable Object value(String template, Origin origin) {
    return InterpolatedString.of(template, origin.parameters()).eval(scope);
  }
}
