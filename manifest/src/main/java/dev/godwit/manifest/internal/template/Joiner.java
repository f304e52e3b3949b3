package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.PythonFunction;
import org.jspecify.annotations.Nullable;

/// The object that `joiner()` makes: nothing at its first call, the separator afterwards.
final class Joiner implements PythonFunction {
  private final @Nullable Object separator;
  private boolean used;

  Joiner(@Nullable Object separator) {
    this.separator = separator;
  }

  @Override
  public @Nullable Object call(Arguments arguments) {
    if (used) {
      return separator;
    }
    used = true;
    return "";
  }

  @Override
  public String typeName() {
    return "Joiner";
  }
}
