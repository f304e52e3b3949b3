package dev.godwit.mapping.contract;

import dev.godwit.mapping.rule.FieldPath;
import java.time.Duration;

/// The newest row of a run is not older than this.
///
/// @param field a point in time: text in ISO 8601, or seconds or milliseconds since 1970
/// @param onViolation never QUARANTINE
public record Freshness(FieldPath field, Duration within, OnViolation onViolation) {}
