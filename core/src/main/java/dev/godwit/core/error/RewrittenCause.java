package dev.godwit.core.error;

import org.jspecify.annotations.Nullable;

/// Stands for an exception whose own text must not be read: it has the same stack, another text.
final class RewrittenCause extends Exception {
  RewrittenCause(String message, Throwable original, @Nullable Throwable cause) {
    super(message, cause);
    setStackTrace(original.getStackTrace());
  }
}
