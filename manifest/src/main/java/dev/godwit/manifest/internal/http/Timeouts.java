package dev.godwit.manifest.internal.http;

import java.time.Duration;

/// How long a request may hang. The reference waits for ever; we do not.
///
/// @param connect to open a connection; 30 s where the manifest says nothing
/// @param read between two packets of an answer; 5 min where the manifest says nothing, as slow
///   reports exist
public record Timeouts(Duration connect, Duration read) {
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5));
}
