package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import org.jspecify.annotations.Nullable;

/// What stands after `is`.
@FunctionalInterface
interface TestFunction {
  /// The test's answer, usually a Boolean; callers take its truth.
  Object test(@Nullable Object value, Arguments arguments);
}
