package dev.godwit.core;

import java.time.Duration;

/// What an earlier run of a stream has cost.
///
/// @param fromBeginning whether it read everything, rather than what had changed
public record PastRun(long rows, long requests, Duration duration, boolean fromBeginning) {}
