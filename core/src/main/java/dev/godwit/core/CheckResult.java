package dev.godwit.core;

import org.jspecify.annotations.Nullable;

/// The answer to "does this configuration work?".
///
/// @param problem what is wrong, in words for the user; null when all is well
public record CheckResult(@Nullable String problem) {
  public static final CheckResult OK = new CheckResult(null);

  public boolean succeeded() {
    return problem == null;
  }
}
