package dev.godwit.manifest.internal.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a manifest says about its jobs.
///
/// @param slots how many may be under way
/// @param timeout how long one may take
/// @param retryPause how long to wait before a job that failed is begun anew; null for not at all
record JobRules(JobSlots slots, Duration timeout, @Nullable Duration retryPause) {}
