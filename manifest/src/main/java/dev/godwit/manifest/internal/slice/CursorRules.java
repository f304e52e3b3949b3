package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.IsoDuration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a manifest says about the cursor of a stream, evaluated for one configuration. Immutable.
///
/// @param field name of the cursor in a row
/// @param formats how values may be written in rows and states, in the order in which they are
///   tried
/// @param format how values are written in requests and states
/// @param start where a first reading begins
/// @param end where a reading ends; asked anew each time, since it may be the present
/// @param step length of a slice; null for one slice
/// @param granularity smallest difference of two values; null where slices share their bounds
/// @param lookback how far before its state a reading begins; null for not at all
/// @param startKey name of the lower bound in a slice
/// @param endKey name of the upper bound in a slice
/// @param strict whether the API refuses a slice whose bounds are equal
/// @param admission which rows count as new, where the API gives others too
public record CursorRules(
    String field,
    List<String> formats,
    String format,
    OffsetDateTime start,
    Supplier<OffsetDateTime> end,
    @Nullable IsoDuration step,
    @Nullable IsoDuration granularity,
    @Nullable IsoDuration lookback,
    String startKey,
    String endKey,
    boolean strict,
    Admission admission) {
  /// What happens to rows outside the range that is read.
  public enum Admission {
    /// The API gives only rows of the slice.
    ALL,
    /// Old rows are dropped page by page.
    FILTERED,
    /// The API gives newest rows first: a page that ends with an old row is the last, and its old
    /// rows are dropped.
    FEED
  }

  /// What counts as adjacent where the manifest gives no granularity.
  private static final IsoDuration DEFAULT_GRANULARITY = IsoDuration.parse("PT0.001S");

  public CursorRules {
    formats = List.copyOf(formats);
  }

  /// A value as a moment, or null when no format fits.
  @Nullable OffsetDateTime parseOrNull(Object value) {
    for (String candidate : formats) {
      OffsetDateTime moment = DatetimeFormat.tryParse(candidate, value);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  /// @throws GodwitException CONFIG `state.bad-cursor` when no format fits
  OffsetDateTime parse(@Nullable Object value) {
    OffsetDateTime moment = value == null ? null : parseOrNull(value);
    if (moment == null) {
      throw GodwitException.config(
              "state.bad-cursor",
              "The state holds " + field + " = " + value + ", which fits none of " + formats + ".")
          .hint("Correct the state, or reset it to read the stream from its beginning.");
    }
    return moment;
  }

  String print(OffsetDateTime moment) {
    return DatetimeFormat.format(moment, format);
  }

  /// The first moment that does not touch an interval that ends at `end`.
  OffsetDateTime afterEnd(OffsetDateTime moment) {
    return (granularity == null ? DEFAULT_GRANULARITY : granularity).addTo(moment);
  }

  static boolean before(OffsetDateTime left, OffsetDateTime right) {
    return left.isBefore(right);
  }

  static OffsetDateTime later(OffsetDateTime left, OffsetDateTime right) {
    return left.isBefore(right) ? right : left;
  }

  static OffsetDateTime earlier(OffsetDateTime left, OffsetDateTime right) {
    return right.isBefore(left) ? right : left;
  }
}
