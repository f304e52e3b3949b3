package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists.
///
/// @param orSingle whether a value that is no list counts as the list's only element
record ListCodec(Codec element, boolean orSingle) implements Codec {
  @Override
  public String expected() {
    return orSingle ? element.expected() + ", or a list of such" : "a list";
  }

  @Override
  public List<@Nullable Object> decode(Node node, String path, Binding binding) {
    if (!(node instanceof ListNode list)) {
      if (orSingle) {
        return Collections.singletonList(element.decode(node, path, binding));
      }
      throw Misfits.wrongType(node, path, expected());
    }
    List<@Nullable Object> values = new ArrayList<>(list.elements().size());
    for (int i = 0; i < list.elements().size(); i++) {
      values.add(element.decode(list.elements().get(i), path + "[" + i + "]", binding));
    }
    return Collections.unmodifiableList(values);
  }
}
