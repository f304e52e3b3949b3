package dev.godwit.manifest.internal.retry;

import org.jspecify.annotations.Nullable;

/// Decides what an answer means and how to try again. Thread-safe.
public interface ErrorHandler {
  Resolution interpret(Answer answer);

  /// Seconds that the manifest wants to wait, or null where it has no opinion: then waits double
  /// from one second on.
  @Nullable Double backoff(Answer answer, int attempt);

  /// How often a request is tried again after its first attempt.
  int maxRetries();
}
