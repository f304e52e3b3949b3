package dev.godwit.mapping.internal.step;

import dev.godwit.mapping.internal.row.FieldName;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.util.List;

/// A rule would give a field a name that another one in the row has.
final class NameTaken {
  private NameTaken() {}

  static RowFailure of(FieldPath field, FieldName name) {
    return RowFailure.of(
        "mapping.name-taken",
        "%s cannot become %s: the row has a field of that name"
            .formatted(field, FieldPath.of(List.of(name.text()))),
        field);
  }
}
