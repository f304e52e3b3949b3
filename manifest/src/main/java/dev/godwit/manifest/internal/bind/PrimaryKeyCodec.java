package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.spec.PrimaryKey;

/// Primary keys, which have three forms.
enum PrimaryKeyCodec implements Codec {
  INSTANCE;

  @Override
  public String expected() {
    return "a name, a list of names or a list of paths";
  }

  @Override
  public PrimaryKey decode(Node node, String path, Binding binding) {
    try {
      return PrimaryKey.of(node.plain());
    } catch (IllegalArgumentException misfit) {
      throw Misfits.wrongType(node, path, expected()).causedBy(misfit);
    }
  }
}
