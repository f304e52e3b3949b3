package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;
import static dev.godwit.manifest.internal.spec.Variable.PROPERTY;
import static dev.godwit.manifest.internal.spec.Variable.RECORD;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changes rows.
public sealed interface TransformationSpec extends Component {
  /// Sets fields.
  record AddFields(
      Origin origin,
      List<AddedFieldDefinition> fields,
      @Scope({CONFIG, PROPERTY, PARAMETERS}) @Default("''") String condition)
      implements TransformationSpec {}

  /// Removes the fields that paths match.
  record RemoveFields(
      Origin origin,
      @Scope({CONFIG, PROPERTY, PARAMETERS}) @Default("''") String condition,
      List<List<String>> fieldPointers)
      implements TransformationSpec {}

  /// Turns names into lower case.
  record KeysToLower(Origin origin) implements TransformationSpec {}

  /// Turns names into snake case.
  record KeysToSnakeCase(Origin origin) implements TransformationSpec {}

  /// Replaces a text in names.
  record KeysReplace(
      Origin origin,
      @Scope({CONFIG, RECORD, STREAM_SLICE}) String old,
      @Scope({CONFIG, RECORD, STREAM_SLICE}) @Named("new") String replacement)
      implements TransformationSpec {}

  /// Lifts the fields of nested objects to the top.
  record FlattenFields(Origin origin, @Default("true") boolean flattenLists)
      implements TransformationSpec {}

  /// Lifts the fields of the object at a path to the top.
  record DpathFlattenFields(
      Origin origin,
      List<String> fieldPath,
      @Nullable Boolean deleteOriginValue,
      @Nullable Boolean replaceRecord,
      @Nullable KeyTransformation keyTransformation)
      implements TransformationSpec {}

  /// A transformation that a class outside the manifest implements.
  @OpenFields
  record CustomTransformation(Origin origin, String className) implements TransformationSpec {}

  /// What is put around names.
  record KeyTransformation(Origin origin, @Nullable String prefix, @Nullable String suffix)
      implements Component {}
}
