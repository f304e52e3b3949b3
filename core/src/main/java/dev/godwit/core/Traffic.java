package dev.godwit.core;

import java.time.Duration;

/// What reading a stream has cost its API so far.
///
/// @param requests sent, retries included
/// @param retries of requests that failed or were told to wait
/// @param bytes of response bodies, decompressed
/// @param waited time spent waiting before retries and for rate limits, summed over slices
public record Traffic(long requests, long retries, long bytes, Duration waited) {
  public static final Traffic NONE = new Traffic(0, 0, 0, Duration.ZERO);

  public Traffic plus(Traffic other) {
    return new Traffic(
        requests + other.requests,
        retries + other.retries,
        bytes + other.bytes,
        waited.plus(other.waited));
  }
}
