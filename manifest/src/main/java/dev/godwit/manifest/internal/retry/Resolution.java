package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;

/// What to do about an answer.
///
/// @param kind of the error that is reported if the request fails for good
/// @param message for the user; empty where there is nothing to say
public record Resolution(ResponseAction action, ErrorKind kind, String message) {
  /// The answer can be used.
  public static final Resolution SUCCESS =
      new Resolution(ResponseAction.SUCCESS, ErrorKind.SYSTEM, "");
}
