package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.CustomRecordExtractor;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.DpathExtractor;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombinedExtractor;
import dev.godwit.manifest.internal.spec.RecordFilterSpec;
import dev.godwit.manifest.internal.spec.RecordFilterSpec.CustomRecordFilter;
import dev.godwit.manifest.internal.spec.RecordFilterSpec.RecordFilter;
import dev.godwit.manifest.internal.spec.RecordSelector;
import dev.godwit.manifest.internal.spec.SchemaNormalizationSpec.SchemaNormalization;
import dev.godwit.manifest.internal.spec.TransformationSpec;
import dev.godwit.manifest.internal.spec.TransformationSpec.AddFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.CustomTransformation;
import dev.godwit.manifest.internal.spec.TransformationSpec.DpathFlattenFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.FlattenFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysReplace;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysToLower;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysToSnakeCase;
import dev.godwit.manifest.internal.spec.TransformationSpec.RemoveFields;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes row selectors out of their descriptions.
public final class SelectorCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public SelectorCompiler(Scope scope) {
    this.scope = scope;
  }

  /// Makes a row selector.
  ///
  /// @param transformsFirst whether to transform before filtering where the manifest does not say
  public RowSelector compile(
      RecordSelector spec, List<TransformationSpec> transformations, boolean transformsFirst) {
    if (spec.schemaNormalization() != null
        && spec.schemaNormalization() != SchemaNormalization.NONE) {
      throw Unsupported.field(spec, "schema_normalization");
    }
    Boolean declared = spec.transformBeforeFiltering();
    List<Transformation> compiled = new ArrayList<>();
    transformations.forEach(transformation -> compiled.addAll(transformations(transformation)));
    return new RowSelector(
        extraction(spec.extractor()),
        filter(spec.recordFilter()),
        compiled,
        declared == null ? transformsFirst : declared);
  }

  private Extraction extraction(RecordExtractorSpec spec) {
    return switch (spec) {
      case DpathExtractor dpath -> {
        if (dpath.recordExpander() != null) {
          throw Unsupported.component(dpath.recordExpander());
        }
        List<@Nullable Object> steps = new ArrayList<>();
        for (String step : dpath.fieldPath()) {
          steps.add(InterpolatedString.of(step, dpath.origin().parameters()).eval(scope));
        }
        yield new Extraction(TreePath.of(steps), steps.contains("*"));
      }
      case CombinedExtractor other -> throw Unsupported.component(other);
      case CustomRecordExtractor other -> throw Unsupported.component(other);
    };
  }

  private static @Nullable InterpolatedBoolean filter(@Nullable RecordFilterSpec spec) {
    return switch (spec) {
      case null -> null;
      case RecordFilter filter ->
          filter.condition().isEmpty()
              ? null
              : InterpolatedBoolean.of(filter.condition(), filter.origin().parameters());
      case CustomRecordFilter other -> throw Unsupported.component(other);
    };
  }

  private static List<Transformation> transformations(TransformationSpec spec) {
    return switch (spec) {
      case AddFields added -> added(added);
      case RemoveFields removed -> List.of(new RemovedFields(removed));
      case KeysToLower other -> throw Unsupported.component(other);
      case KeysToSnakeCase other -> throw Unsupported.component(other);
      case KeysReplace other -> throw Unsupported.component(other);
      case FlattenFields other -> throw Unsupported.component(other);
      case DpathFlattenFields other -> throw Unsupported.component(other);
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
}
