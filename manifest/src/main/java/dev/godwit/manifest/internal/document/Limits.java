package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;

/// How far a document may go before reading it is refused. Anchors and references let a few lines
/// stand for more than any machine can hold, so sizes count every use.
final class Limits {
  /// Nested levels. The reference engine runs out of stack at about as many.
  static final int DEPTH = 300;

  /// Values, each use counted. The largest public manifest has 200 000.
  static final int NODES = 5_000_000;

  /// Objects that `$parameters` go through, each use counted: more than the largest public manifest
  /// has values.
  static final int COMPONENTS = 250_000;

  private Limits() {}

  /// Refuses levels beyond the limit.
  static void checkDepth(int depth, Mark mark) {
    if (depth > DEPTH) {
      throw GodwitException.config(
              "manifest.too-deep", "values are nested in more than " + DEPTH + " levels")
          .at(mark.place(""));
    }
  }

  /// Refuses trees that are larger or deeper than the limits when written out.
  static void checkSize(Node root) {
    if (size(root, 0, 0) > NODES) {
      throw tooLarge(root.mark(), NODES + " values");
    }
  }

  static GodwitException tooLarge(Mark mark, String limit) {
    return GodwitException.config(
            "manifest.too-large", "written out, the document has more than " + limit)
        .at(mark.place(""))
        .hint("Look for anchors, references or $parameters that repeat each other's content.");
  }

  private static int size(Node node, int before, int depth) {
    if (before > NODES) {
      return before;
    }
    checkDepth(depth, node.mark());
    int size = before + 1;
    switch (node) {
      case ObjectNode object -> {
        for (Node value : object.fields().values()) {
          size = size(value, size, depth + 1);
        }
      }
      case ListNode list -> {
        for (Node value : list.elements()) {
          size = size(value, size, depth + 1);
        }
      }
      case ScalarNode _ -> {}
    }
    return size;
  }
}
