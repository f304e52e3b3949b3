package dev.godwit.manifest.internal.format;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares documents by what they mean: values, their types and the order of fields, not places.
final class Meaning {
  private Meaning() {}

  static boolean isSame(Node one, Node other) {
    return switch (one) {
      case ScalarNode scalar ->
          other instanceof ScalarNode another && Objects.equals(scalar.value(), another.value());
      case ListNode list ->
          other instanceof ListNode another && isSame(list.elements(), another.elements());
      case ObjectNode object ->
          other instanceof ObjectNode another && isSame(object.fields(), another.fields());
    };
  }

  private static boolean isSame(List<Node> one, List<Node> other) {
    Iterator<Node> others = other.iterator();
    return one.size() == other.size()
        && one.stream().allMatch(element -> isSame(element, others.next()));
  }

  private static boolean isSame(Map<String, Node> one, Map<String, Node> other) {
    return List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()))
        && isSame(List.copyOf(one.values()), List.copyOf(other.values()));
  }
}
