package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of the engine that templates may look into: a read-only mapping with attributes of its
/// own, such as a stream slice, a record or case-insensitive headers. `value.x` looks for the
/// attribute first and then for the item.
///
/// Implementations name every attribute that a template may see; nothing is found by reflection.
public interface Attributes {
  /// The attribute `name`, or [Missing#MISSING]. The mapping's own methods (`get`, `items`, `keys`,
  /// `values`) are added by the template language.
  default @Nullable Object attribute(String name) {
    return MISSING;
  }

  /// The mapping's items in their order. Must not be changed by the caller.
  Map<String, ? extends @Nullable Object> entries();

  /// The item under `key`, or [Missing#MISSING].
  default @Nullable Object item(@Nullable Object key) {
    return Keys.find(entries(), key);
  }

  /// Python's `bool(value)`.
  default boolean truth() {
    return !entries().isEmpty();
  }

  /// Python's `value == other`, where `other` is not this object.
  default boolean sameAs(@Nullable Object other) {
    return switch (other) {
      case Attributes that -> Equality.equal(entries(), that.entries());
      case Map<?, ?> that -> Equality.equal(entries(), that);
      case null, default -> false;
    };
  }

  /// The Python class this object stands for, used in messages only.
  default String typeName() {
    return "Mapping";
  }
}
