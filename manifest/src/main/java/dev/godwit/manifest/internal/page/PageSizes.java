package dev.godwit.manifest.internal.page;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Arithmetic.Operator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The page size in effect while one slice is read. For one thread.
public final class PageSizes {
  private final @Nullable SmallerPages rules;
  private final @Nullable Long configured;
  private @Nullable Long reduced;
  private int reductionsInARow;
  private int retriesAtLeast;

  /// @param rules null where pages never become smaller
  /// @param configured null where no size is asked for
  public PageSizes(@Nullable SmallerPages rules, @Nullable Long configured) {
    this.rules = rules;
    this.configured = configured;
  }

  /// The size to ask for in place of the configured one; null while that one is in effect.
  public @Nullable Long reduced() {
    return reduced;
  }

  /// The size in effect; null where the API decides.
  public @Nullable Long current() {
    return reduced == null ? configured : reduced;
  }

  /// Notes that a page came. The budget counts only reductions that let no page through.
  public void succeeded() {
    reductionsInARow = 0;
    retriesAtLeast = 0;
    if (rules != null && rules.restores()) {
      reduced = null;
    }
  }

  /// Makes pages smaller, or has the smallest asked for once more.
  ///
  /// @param said what the manifest or the API says about the page that failed
  /// @return the time to wait before the page is asked for again
  /// @throws GodwitException CONFIG `page.not-reducible` where the manifest leaves nothing to
  ///   reduce, TRANSIENT `page.too-heavy` when the API answers at no size
  public Duration reduce(String said) {
    if (rules == null || configured == null) {
      throw GodwitException.config(
              "page.not-reducible",
              "An answer asks for a smaller page, and the manifest gives no size to reduce.")
          .hint("Give page_size_reduction, a page_size and a page_size_option, or another action.");
    }
    long current = reduced == null ? configured : reduced;
    long smaller = Math.max(rules.least(), floorDivide(current, rules.factor()));
    if (smaller >= current) {
      return retryAtLeast(rules, current, said);
    }
    if (reductionsInARow >= rules.mostInARow()) {
      throw tooHeavy(rules, "at every size down to " + current + " rows a page", said);
    }
    reductionsInARow++;
    reduced = smaller;
    return seconds(rules.backoff() * reductionsInARow);
  }

  private Duration retryAtLeast(SmallerPages rules, long current, String said) {
    if (retriesAtLeast < rules.retriesAtLeast()) {
      retriesAtLeast++;
      return seconds(rules.backoff() * retriesAtLeast);
    }
    if (reduced == null && rules.least() > 1) {
      throw GodwitException.config(
              "page.not-reducible",
              "The page size %d is not above minimum_page_size %d and cannot be reduced."
                  .formatted(current, rules.least()))
          .hint("Raise page_size, or lower minimum_page_size.");
    }
    throw tooHeavy(rules, "at the smallest size, " + current + " rows a page", said);
  }

  private static GodwitException tooHeavy(SmallerPages rules, String where, String said) {
    String detail = said.isEmpty() ? "" : " It says: " + said;
    GodwitException error =
        GodwitException.transientError(
            "page.too-heavy", "The API refuses its pages " + where + "." + detail);
    return error.hint(rules.advice().isEmpty() ? "Run again later." : rules.advice());
  }

  /// As Python divides, which decides for factors that are no binary fraction.
  private static long floorDivide(long size, double factor) {
    Object quotient = Arithmetic.apply(Operator.FLOOR_DIVIDE, size, factor);
    return quotient instanceof Number number ? number.longValue() : size;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
