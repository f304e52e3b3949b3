package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import org.jspecify.annotations.Nullable;

/// Values of any kind, as JSON.
enum PlainCodec implements Codec {
  INSTANCE;

  @Override
  public String expected() {
    return "a value";
  }

  @Override
  public @Nullable Object decode(Node node, String path, Binding binding) {
    return node.plain();
  }
}
