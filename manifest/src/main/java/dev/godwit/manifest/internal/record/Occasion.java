package dev.godwit.manifest.internal.record;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.template.Scope;

/// What rows are selected for.
///
/// @param scope holds the configuration, the slice and the page's token
/// @param meter counts requests that selecting needs
/// @param now when the rows are read, in milliseconds since 1970
public record Occasion(Slice slice, Scope scope, Meter meter, long now) {}
