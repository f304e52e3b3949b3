package dev.godwit.manifest.internal.http;

import java.time.Duration;

/// How long a request may hang. The reference waits for ever; we do not.
///
/// @param connect to open a connection; 30 s where the manifest says nothing
/// @param read between two packets of an answer; 5 min where the manifest says nothing, as slow
///   reports exist
/// @param whole for a body that is read into memory, however steadily it trickles; 1 h
public record Timeouts(Duration connect, Duration read, Duration whole) {
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5));

  /// Timeouts with the usual time for a whole body.
  public Timeouts(Duration connect, Duration read) {
    this(connect, read, Duration.ofHours(1));
  }
}
