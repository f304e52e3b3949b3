package dev.godwit.manifest.internal.template;

import java.time.Clock;
import java.util.random.RandomGenerator;

/// What templates may know of the outside world.
///
/// @param clock the present of `now_utc()`, `today_utc()`, `today_with_timezone()` and
///   `day_delta()`
/// @param random source of `generate_uuid()` and of the `random` filter; must be safe to share
///   between threads
public record TemplateEnvironment(Clock clock, RandomGenerator random) {}
