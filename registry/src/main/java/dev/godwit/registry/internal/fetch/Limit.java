package dev.godwit.registry.internal.fetch;

import java.time.Duration;

/// How much of a download is waited for.
///
/// @param what it is, for messages: `list`, `manifest`
/// @param bytes how many at most, unpacked
/// @param time until its last byte
public record Limit(String what, long bytes, Duration time) {
  private static final long MEGABYTE = 1_000_000;

  /// The public list has some 20 MB.
  public static final Limit INDEX = new Limit("list", 200 * MEGABYTE, Duration.ofMinutes(5));

  /// The largest public manifest has less than 1 MB.
  public static final Limit MANIFEST = new Limit("manifest", 8 * MEGABYTE, Duration.ofMinutes(1));

  /// A few modules of Python.
  public static final Limit COMPONENTS =
      new Limit("components", 64 * MEGABYTE, Duration.ofMinutes(2));

  /// The same with another time.
  public Limit within(Duration other) {
    return new Limit(what, bytes, other);
  }
}
