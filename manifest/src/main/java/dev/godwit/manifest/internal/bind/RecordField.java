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
record RecordField(
    RecordComponent part, String name, Codec codec, boolean required, @Nullable Object absent) {
  static RecordField of(RecordComponent part, Codec codec) {
    Object absent = absent(part, codec);
    boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean required = absent == null && !nullable;
    return new RecordField(part, SpecTypes.name(part), codec, required, absent);
  }

  private static @Nullable Object absent(RecordComponent part, Codec codec) {
    Default written = part.getAnnotation(Default.class);
    if (written != null) {
      Node value = YamlReader.read(part.toString(), written.value());
      return codec.decode(value, part.getName(), new Binding(BindingListener.REFUSE));
    }
    if (!part.isAnnotationPresent(OrEmpty.class)) {
      return null;
    }
    return part.getType() == Map.class ? Map.of() : List.of();
  }

  /// The field's value in a component; a hole where the component cannot be without it.
  ///
  /// @param path where the component stands
  /// @param place where the field stands
  @Nullable Object decode(
      ObjectNode component, String type, String path, String place, Binding binding) {
    Node value = component.field(name);
    if (value == null || codec.isAbsent(value)) {
      return required
          ? binding.hole(Misfits.missingField(component.mark(), path, type, name))
          : absent;
    }
    Object decoded = binding.attempt(codec, value, place);
    if (decoded == Hole.HOLE) {
      return required ? Hole.HOLE : absent;
    }
    if (binding.isHeard()) {
      binding.listener().field(new BoundField(part, type, name, component, value, decoded, place));
    }
    return decoded;
  }
}
