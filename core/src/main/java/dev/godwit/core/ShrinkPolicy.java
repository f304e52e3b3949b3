package dev.godwit.core;

import dev.godwit.core.error.GodwitException;

/// What to do when the rows that are to replace others are suspiciously few: an API that answers
/// with nothing must not empty a table.
///
/// @param warnShare share of the old rows, between 0 and 1, whose loss is worth a warning
/// @param stopShare share whose loss keeps the old rows; more than 1 never does
/// @param many tables with fewer rows may shrink as they like
public record ShrinkPolicy(double warnShare, double stopShare, long many) {
  /// Warns when half of the rows are gone and stops when all of them are, from ten rows on.
  public static final ShrinkPolicy USUAL = new ShrinkPolicy(0.5, 1, 10);

  /// Warns only.
  public static final ShrinkPolicy ALLOW = new ShrinkPolicy(0.5, Double.POSITIVE_INFINITY, 10);

  /// Whether a replacement lost so many rows that people should hear of it.
  public boolean isSuspicious(Landing.Replacement replacement) {
    return isMany(replacement) && lostShare(replacement) >= warnShare;
  }

  /// Keeps a replacement from happening that would lose too many rows.
  ///
  /// @throws GodwitException CONTRACT `sync.refresh-shrunk`
  public void require(Landing.Replacement replacement) {
    if (isMany(replacement) && lostShare(replacement) >= stopShare) {
      throw GodwitException.contract(
              "sync.refresh-shrunk",
              "The stream was read anew and has %,d rows now, but the table has %,d. The old rows stay."
                  .formatted(replacement.after(), replacement.before()))
          .hint("If that many rows are really gone, run again and allow it: --allow-shrink.");
    }
  }

  private boolean isMany(Landing.Replacement replacement) {
    return replacement.before() >= many;
  }

  private static double lostShare(Landing.Replacement replacement) {
    return 1 - (double) replacement.after() / replacement.before();
  }
}
