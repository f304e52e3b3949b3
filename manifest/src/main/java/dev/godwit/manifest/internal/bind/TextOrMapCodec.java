package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.TextOrMap;
import org.jspecify.annotations.Nullable;

/// A text, or an object with fields of any name.
record TextOrMapCodec(MapCodec entries) implements Codec {
  @Override
  public String expected() {
    return "a text or an object";
  }

  @Override
  public TextOrMap<@Nullable Object> decode(Node node, String path, Binding binding) {
    return switch (node) {
      case ObjectNode object -> new TextOrMap.Entries<>(entries.decode(object, path, binding));
      case ScalarNode scalar -> new TextOrMap.Text<>(text(scalar, path));
      case ListNode _ -> throw Misfits.wrongType(node, path, expected());
    };
  }

  private String text(ScalarNode scalar, String path) {
    String text = Coercion.text(scalar.value());
    if (text == null) {
      throw Misfits.wrongType(scalar, path, expected());
    }
    return text;
  }
}
