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
  public Object decode(Node node, String path, Binding binding) {
    if (!(node instanceof ListNode list)) {
      if (orSingle) {
        Object single = binding.attempt(element, node, path);
        return single == Hole.HOLE ? List.of() : Collections.singletonList(single);
      }
      throw Misfits.wrongType(node, path, expected());
    }
    List<@Nullable Object> values = new ArrayList<>(list.elements().size());
    for (int i = 0; i < list.elements().size(); i++) {
      Object value = binding.attempt(element, list.elements().get(i), path + "[" + i + "]");
      if (value != Hole.HOLE) {
        values.add(value);
      }
    }
    return Collections.unmodifiableList(values);
  }
}
