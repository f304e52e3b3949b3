package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of several types. Scalars become the first type that has such a value.
record OneOfCodec(List<Codec> alternatives) implements Codec {
  @Override
  public String expected() {
    return alternatives.stream().map(Codec::expected).collect(Collectors.joining(" or "));
  }

  @Override
  public @Nullable Object decode(Node node, String path, Binding binding) {
    for (Codec alternative : alternatives) {
      if (fits(alternative, node)) {
        return alternative.decode(node, path, binding);
      }
    }
    throw Misfits.wrongType(node, path, expected());
  }

  private static boolean fits(Codec alternative, Node node) {
    return switch (node) {
      case ScalarNode scalar ->
          alternative instanceof ScalarCodec codec && codec.coerce(scalar.value()) != null;
      case ListNode _ -> alternative instanceof ListCodec;
      case ObjectNode _ -> alternative instanceof RecordCodec;
    };
  }
}
