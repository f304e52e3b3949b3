package dev.godwit.manifest.internal.slice;

/// What a manifest says about the cursor of a stream, evaluated for one configuration. Immutable.
public sealed interface CursorRules permits DateRules, CountRules {
  /// Name of the cursor in a row.
  String field();

  /// Name of the lower bound in a slice.
  String startKey();

  /// Name of the upper bound in a slice.
  String endKey();

  /// Which rows count as new, where the API gives others too.
  Admission admission();

  /// What happens to rows outside the range that is read.
  enum Admission {
    /// The API gives only rows of the slice.
    ALL,
    /// Old rows are dropped page by page.
    FILTERED,
    /// The API gives newest rows first: a page that ends with an old row is the last, and its old
    /// rows are dropped.
    FEED
  }
}
