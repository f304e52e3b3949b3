package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import org.jspecify.annotations.Nullable;

/// What stands after a `|`.
@FunctionalInterface
interface Filter {
  @Nullable Object apply(Frame frame, @Nullable Object value, Arguments arguments);
}
