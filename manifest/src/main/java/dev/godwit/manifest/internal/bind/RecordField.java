package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.spec.Default;
import dev.godwit.manifest.internal.spec.OrEmpty;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One part of a component's record, and what it is when a manifest leaves it out.
///
/// @param name as manifests write it
/// @param absent the value when left out; null also where the field is required
record RecordField(String name, Codec codec, boolean required, @Nullable Object absent) {
  static RecordField of(RecordComponent part, Codec codec) {
    Object absent = absent(part, codec);
    boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new RecordField(SpecTypes.name(part), codec, absent == null && !nullable, absent);
  }

  private static @Nullable Object absent(RecordComponent part, Codec codec) {
    Default written = part.getAnnotation(Default.class);
    if (written != null) {
      Node value = YamlReader.read(part.toString(), written.value());
      return codec.decode(value, part.getName(), new Binding());
    }
    if (!part.isAnnotationPresent(OrEmpty.class)) {
      return null;
    }
    return part.getType() == Map.class ? Map.of() : List.of();
  }

  /// The field's value in a component.
  ///
  /// @param path where the component stands
  /// @param place where the field stands
  @Nullable Object decode(
      ObjectNode component, String type, String path, String place, Binding binding) {
    Node value = component.field(name);
    if (value != null && !codec.isAbsent(value)) {
      return codec.decode(value, place, binding);
    }
    if (required) {
      throw Misfits.missingField(component.mark(), path, type, name);
    }
    return absent;
  }
}
