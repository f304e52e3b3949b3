package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.spec.TextOrList;
import java.util.ArrayList;
import java.util.List;

/// A text or a list of texts.
enum TextOrListCodec implements Codec {
  INSTANCE;

  @Override
  public String expected() {
    return "a text or a list of texts";
  }

  @Override
  public TextOrList decode(Node node, String path, Binding binding) {
    if (!(node instanceof ListNode list)) {
      return new TextOrList.Text(text(node, path, binding));
    }
    List<String> texts = new ArrayList<>(list.elements().size());
    for (int i = 0; i < list.elements().size(); i++) {
      texts.add(text(list.elements().get(i), path + "[" + i + "]", binding));
    }
    return new TextOrList.Texts(List.copyOf(texts));
  }

  private static String text(Node node, String path, Binding binding) {
    return (String) ScalarCodec.TEXT.decode(node, path, binding);
  }
}
