package dev.godwit.registry.internal.fetch;

import java.nio.file.Path;

/// How a download ended.
public sealed interface Download {
  /// It is here.
  ///
  /// @param file a new file, which belongs to the caller now
  /// @param sha256 of its bytes, in hexadecimal
  record Arrived(Path file, String sha256, long bytes, Validators validators) implements Download {}

  /// What we have is still what the server has.
  record Unchanged() implements Download {}

  /// There is no such file.
  record Missing() implements Download {}
}
