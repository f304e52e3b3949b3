package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PROPERTY;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changes a configuration.
public sealed interface ConfigTransformationSpec extends Component {
  /// Replaces a value by what a map has for it.
  ///
  /// @param map the map, or a template of one
  record ConfigRemapField(
      Origin origin,
      @Scope(CONFIG) TextOrMap<@Nullable Object> map,
      @Scope(CONFIG) List<String> fieldPath)
      implements ConfigTransformationSpec {}

  /// Sets fields.
  record ConfigAddFields(
      Origin origin,
      List<AddedFieldDefinition> fields,
      @Scope({CONFIG, PROPERTY}) @Default("''") String condition)
      implements ConfigTransformationSpec {}

  /// Removes the fields that paths match.
  record ConfigRemoveFields(
      Origin origin,
      List<List<String>> fieldPointers,
      @Scope({CONFIG, PROPERTY}) @Default("''") String condition)
      implements ConfigTransformationSpec {}

  /// A transformation that a class outside the manifest implements.
  @OpenFields
  record CustomConfigTransformation(Origin origin, String className)
      implements ConfigTransformationSpec {}
}
