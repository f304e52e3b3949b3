package dev.godwit.core;

import java.time.Duration;

/// What reading a stream has cost its API so far.
///
/// @param requests sent, retries included
/// @param retries of requests that failed or were told to wait
/// @param wireBytes of response bodies as they came over the wire, mostly compressed; without the
///   framing of the protocol
/// @param bytes of the same bodies, decompressed
/// @param waited time spent waiting before retries and for rate limits, summed over slices
public record Traffic(long requests, long retries, long wireBytes, long bytes, Duration waited) {
  public static final Traffic NONE = new Traffic(0, 0, 0, 0, Duration.ZERO);

  public Traffic plus(Traffic other) {
    return new Traffic(
        requests + other.requests,
        retries + other.retries,
        wireBytes + other.wireBytes,
        bytes + other.bytes,
        waited.plus(other.waited));
  }
}
