package dev.godwit.manifest.internal.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One component of the language.
///
/// @param record its record
/// @param name its `type`, or what it is called where it has none
/// @param purpose what it is for, in a sentence or more
/// @param typed whether a manifest says its `type`
/// @param open whether it takes fields of any name
/// @param textField the field that a text in the component's place is; null when a text cannot be
/// @param listField the field that a list in the component's place is; null when a list cannot be
public record ComponentForm(
    Class<?> record,
    String name,
    String purpose,
    boolean typed,
    boolean open,
    @Nullable String textField,
    @Nullable String listField,
    List<FieldForm> fields) {
  /// A field that the component certainly has.
  FieldForm field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }
}
