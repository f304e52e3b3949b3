package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.time.temporal.Temporal;
import java.util.Collection;

/// The errors of binding. None of them repeats a value, which might be a secret.
final class Misfits {
  private Misfits() {}

  static GodwitException wrongType(Node node, String path, String expected) {
    return GodwitException.config(
            "manifest.wrong-type", "expected " + expected + ", found " + kind(node))
        .at(node.mark().place(path));
  }

  static GodwitException missingField(Mark mark, String path, String component, String field) {
    return GodwitException.config("manifest.missing-field", component + " needs the field " + field)
        .at(mark.place(path));
  }

  static GodwitException unknownType(
      Node node, String path, String written, Collection<String> allowed) {
    return unknown("manifest.unknown-type", "type", node, path, written, allowed);
  }

  static GodwitException unknownValue(
      Node node, String path, String written, Collection<String> allowed) {
    return unknown("manifest.unknown-value", "value", node, path, written, allowed);
  }

  private static GodwitException unknown(
      String code,
      String what,
      Node node,
      String path,
      String written,
      Collection<String> allowed) {
    String message = "unknown " + what + " '" + written + "', expected " + oneOf(allowed);
    GodwitException error = GodwitException.config(code, message).at(node.mark().place(path));
    String near = Nearest.of(written, allowed);
    return near == null ? error : error.hint(Nearest.question(near));
  }

  /// The words as an alternative: `one of GET, POST`.
  static String oneOf(Collection<String> words) {
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
  }

  private static String kind(Node node) {
    return switch (node) {
      case ObjectNode _ -> "an object";
      case ListNode _ -> "a list";
      case ScalarNode scalar ->
          switch (scalar.value()) {
            case null -> "nothing";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            case Temporal _ -> "a date; quote it if it is meant as text";
            default -> "a text";
          };
    };
  }
}
