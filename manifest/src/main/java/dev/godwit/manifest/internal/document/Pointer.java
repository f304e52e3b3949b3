package dev.godwit.manifest.internal.document;

import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Follows the path of a reference. This is not JSON Pointer: nothing is escaped; at each level the
/// whole rest of the path is tried as one name before its first part is; and a part that is a
/// number only ever indexes a list, from the end when it is negative.
final class Pointer {
  private static final Pattern INDEX = Pattern.compile("[-+]?[0-9]{1,9}");

  private Pointer() {}

  /// The node at a path, or null when there is none.
  ///
  /// @param path what follows `#/`; empty for the root
  static @Nullable Node follow(String path, Node root) {
    Node node = root;
    String rest = path;
    while (!rest.isEmpty()) {
      Node whole = node instanceof ObjectNode object ? object.field(rest) : null;
      if (whole != null) {
        return whole;
      }
      int slash = rest.indexOf('/');
      String part = slash < 0 ? rest : rest.substring(0, slash);
      rest = slash < 0 ? "" : rest.substring(slash + 1);
      node = step(node, part);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static @Nullable Node step(Node node, String part) {
    boolean isIndex = INDEX.matcher(part).matches();
    if (node instanceof ObjectNode object) {
      return isIndex ? null : object.field(part);
    }
    if (node instanceof ListNode list && isIndex) {
      int index = Integer.parseInt(part);
      int size = list.elements().size();
      int position = index < 0 ? index + size : index;
      return position >= 0 && position < size ? list.elements().get(position) : null;
    }
    return null;
  }
}
