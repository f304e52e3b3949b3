package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// A field of a manifest that has become a part of a record.
///
/// @param part the part of the component's record
/// @param type the `type` of the component
/// @param name as manifests write it
/// @param component the component that has the field
/// @param node what is written in it
/// @param value what became of it
/// @param path where the field stands
public record BoundField(
    RecordComponent part,
    String type,
    String name,
    ObjectNode component,
    Node node,
    @Nullable Object value,
    String path) {
  /// Whether it is this field of components with this type.
  public boolean is(String componentType, String fieldName) {
    return type.equals(componentType) && name.equals(fieldName);
  }
}
