package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import org.jspecify.annotations.Nullable;

/// Makes Java values of one type from nodes. Codecs are immutable and shared.
interface Codec {
  /// What a manifest has to write, as the end of a sentence: `a whole number`.
  String expected();

  /// The value of a node that is present; [Hole] where something inside it does not fit and it
  /// cannot be without that.
  ///
  /// @param path where the node stands
  /// @throws dev.godwit.core.error.GodwitException CONFIG when the node does not fit
  @Nullable Object decode(Node node, String path, Binding binding);

  /// Whether the node says nothing, so that the field counts as left out.
  default boolean isAbsent(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() == null;
  }
}
