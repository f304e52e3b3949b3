package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Lookup;
import dev.godwit.manifest.internal.python.Members;
import dev.godwit.manifest.internal.python.Slice;
import dev.godwit.manifest.internal.python.Subscript;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Attributes and items: one node for a whole path of known names.
final class Lookups {
  /// One step of a path.
  ///
  /// @param key what is looked up
  /// @param attribute `.key` rather than `[key]`
  /// @param plain whether a dict can only have it as an item
  record Hop(@Nullable Object key, boolean attribute, boolean plain) {
    static Hop attribute(String name) {
      return new Hop(name, true, !Members.isDictMethod(name));
    }

    static Hop item(@Nullable Object key) {
      return new Hop(key, false, key instanceof String name && !Members.isDictMethod(name));
    }

    @Nullable Object from(@Nullable Object value) {
      if (plain && value instanceof Map<?, ?> map) {
        Object found = map.get(key);
        return found != null || map.containsKey(key) ? found : Undefined.member(value, key);
      }
      return attribute && key instanceof String name
          ? Lookup.attribute(value, name)
          : Lookup.item(value, key);
    }
  }

  private Lookups() {}

  static Node path(Node start, List<Hop> hops) {
    Hop[] steps = hops.toArray(new Hop[0]);
    if (steps.length == 1) {
      Hop only = steps[0];
      return frame -> only.from(start.eval(frame));
    }
    return frame -> {
      Object value = start.eval(frame);
      for (Hop hop : steps) {
        value = hop.from(value);
      }
      return value;
    };
  }

  /// An item under a computed key.
  static Node item(Node target, Node key) {
    return frame -> {
      Object value = target.eval(frame);
      return Lookup.item(value, key.eval(frame));
    };
  }

  /// A slice, which unlike any other item raises where Python does.
  static Node slice(Node target, Node slice) {
    return frame -> {
      Object value = target.eval(frame);
      return Subscript.slice(value, (Slice) Objects.requireNonNull(slice.eval(frame)));
    };
  }
}
