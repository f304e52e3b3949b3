package dev.godwit.manifest.internal.record;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// What rows are selected for.
///
/// @param scope holds the configuration, the slice and the page's token
/// @param meter counts requests that selecting needs
/// @param now when the rows are read, in milliseconds since 1970
/// @param response that the rows are in; null where it is not at hand
public record Occasion(
    Slice slice, Scope scope, Meter meter, long now, @Nullable Response response) {
  /// An occasion for which no answer is at hand.
  public Occasion(Slice slice, Scope scope, Meter meter, long now) {
    this(slice, scope, meter, now, null);
  }
}
