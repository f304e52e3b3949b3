package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON document, parsed when first asked for. For one thread.
///
/// A document whose root is an array holds several decoded values, any other holds one. What is no
/// JSON counts as an empty object, as in the reference.
public final class Body {
  private final byte[] bytes;
  private @Nullable Object root;
  private boolean parsed;

  public Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The document's text, not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  /// The whole document.
  public @Nullable Object root() {
    if (!parsed) {
      root = parse(bytes);
      parsed = true;
    }
    return root;
  }

  /// What pagination sees: the document, or its first element where it is an array.
  public @Nullable Object first() {
    return switch (root()) {
      case List<?> list -> list.isEmpty() ? Map.of() : list.getFirst();
      case null -> Map.of();
      case Object other -> other;
    };
  }

  private static @Nullable Object parse(byte[] bytes) {
    try {
      return JsonParser.LENIENT.parse(bytes);
    } catch (GodwitException notJson) {
      return Map.of();
    }
  }
}
