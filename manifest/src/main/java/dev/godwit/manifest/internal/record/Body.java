package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a response as JSON, parsed when first asked for. For one thread.
///
/// A body that is no JSON counts as an empty object, as in the reference.
public final class Body {
  private final byte[] bytes;
  private @Nullable Object root;
  private boolean parsed;

  public Body(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /// The whole body.
  @Nullable Object root() {
    if (!parsed) {
      root = parse(bytes);
      parsed = true;
    }
    return root;
  }

  /// What pagination sees: the body, or its first element where it is a list.
  public @Nullable Object first() {
    return switch (root()) {
      case List<?> list -> list.isEmpty() ? Map.of() : list.getFirst();
      case null -> null;
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
