package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.Nullable;

/// Something a template can call.
@FunctionalInterface
public interface PythonFunction {
  /// Calls the function.
  ///
  /// @throws PythonException as the Python function does
  @Nullable Object call(Arguments arguments);

  default String typeName() {
    return "builtin_function_or_method";
  }

  /// Python's `repr`; addresses in memory are left out.
  default String repr() {
    return "<" + typeName() + ">";
  }
}
