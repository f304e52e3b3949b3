package dev.godwit.manifest.internal.page;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PageSizeReduction;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PageSizeResetPolicy;
import org.jspecify.annotations.Nullable;

/// How a stream asks for smaller pages when the API cannot answer.
///
/// @param factor what a page size is divided by; above 1
/// @param least rows that a page has at least
/// @param mostInARow reductions without a page that succeeds
/// @param backoff seconds before the first new request; the second waits twice as long, and so on
/// @param retriesAtLeast how often a page that cannot be made smaller is asked for again
/// @param advice what the manifest adds to the error; empty for nothing
/// @param restores whether a page that succeeds brings the configured size back
public record SmallerPages(
    double factor,
    int least,
    int mostInARow,
    double backoff,
    int retriesAtLeast,
    String advice,
    boolean restores) {
  /// The rules of a manifest; null where pages never become smaller.
  public static @Nullable SmallerPages of(@Nullable PageSizeReduction spec) {
    if (spec == null) {
      return null;
    }
    check(spec.reductionFactor() > 1, spec.origin(), "reduction_factor", "above 1");
    check(spec.minimumPageSize() >= 1, spec.origin(), "minimum_page_size", "at least 1");
    check(spec.maxAttempts() >= 1, spec.origin(), "max_attempts", "at least 1");
    check(spec.backoffSeconds() >= 0, spec.origin(), "backoff_seconds", "at least 0");
    check(
        spec.retriesAtMinimumPageSize() >= 0,
        spec.origin(),
        "retries_at_minimum_page_size",
        "at least 0");
    String advice = spec.failureMessage();
    return new SmallerPages(
        spec.reductionFactor(),
        spec.minimumPageSize(),
        spec.maxAttempts(),
        spec.backoffSeconds(),
        spec.retriesAtMinimumPageSize(),
        advice == null ? "" : advice.strip(),
        spec.resetPolicy() == PageSizeResetPolicy.AFTER_SUCCESSFUL_PAGE);
  }

  private static void check(boolean fine, Origin origin, String field, String range) {
    if (!fine) {
      throw GodwitException.config("manifest.out-of-range", field + " must be " + range + ".")
          .at(origin.place(field));
    }
  }
}
