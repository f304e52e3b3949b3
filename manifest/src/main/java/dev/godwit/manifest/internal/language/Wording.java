package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.spec.Variable;
import java.util.stream.Collectors;

/// Turns of phrase that editors and pages share.
final class Wording {
  static final String PARAMETERS =
      "Values for the templates of this component and of those inside it, as parameters.NAME. A"
          + " component inside it that has a field of the same name and leaves it empty takes the"
          + " value as its own.";

  static final String REFERENCE =
      "Another part of the manifest that this one is made of, for example"
          + " #/definitions/requester. Fields beside it replace those of the other part.";

  static final String MERGE =
      "The fields of another object, by its anchor. Fields written here replace them.";

  private Wording() {}

  /// The variables of a field's templates: `config, record`.
  static String variables(FieldForm field) {
    return field.variables().stream()
        .map(Variable::wire)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
