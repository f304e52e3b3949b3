package dev.godwit.manifest.internal.template;

import org.jspecify.annotations.Nullable;

/// A compiled expression. Immutable; everything that changes is in the frame.
@FunctionalInterface
interface Node {
  /// The value in a running template.
  ///
  /// @throws dev.godwit.manifest.internal.python.PythonException as Python raises
  @Nullable Object eval(Frame frame);

  /// An expression whose value is known.
  record Constant(@Nullable Object value) implements Node {
    @Override
    public @Nullable Object eval(Frame frame) {
      return value;
    }
  }
}
