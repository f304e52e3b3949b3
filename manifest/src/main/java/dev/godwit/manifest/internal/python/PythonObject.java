package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import org.jspecify.annotations.Nullable;

/// An object of the template language itself: a loop, a namespace, a cycler. Found attributes are
/// allowed ones.
public interface PythonObject {
  /// The attribute `name`, or [Missing#MISSING].
  @Nullable Object attribute(String name);

  /// The item under `key`, or [Missing#MISSING].
  default @Nullable Object item(@Nullable Object key) {
    return MISSING;
  }

  String typeName();

  /// Python's `repr`.
  default String repr() {
    return "<" + typeName() + " object>";
  }
}
