package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;

/// Objects that stay as they are.
enum NodeCodec implements Codec {
  INSTANCE;

  @Override
  public String expected() {
    return "an object";
  }

  @Override
  public ObjectNode decode(Node node, String path, Binding binding) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Misfits.wrongType(node, path, expected());
  }
}
