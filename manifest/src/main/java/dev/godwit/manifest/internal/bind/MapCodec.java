package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Objects with fields of any name.
record MapCodec(Codec value) implements Codec {
  @Override
  public String expected() {
    return "an object";
  }

  @Override
  public Map<String, @Nullable Object> decode(Node node, String path, Binding binding) {
    if (!(node instanceof ObjectNode object)) {
      throw Misfits.wrongType(node, path, expected());
    }
    if (value == PlainCodec.INSTANCE) {
      return object.plain();
    }
    Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(object.fields().size());
    object
        .fields()
        .forEach((name, field) -> {
          Object decoded = binding.attempt(value, field, path + "." + name);
          if (decoded != Hole.HOLE) {
            values.put(name, decoded);
          }
        });
    return Collections.unmodifiableMap(values);
  }
}
