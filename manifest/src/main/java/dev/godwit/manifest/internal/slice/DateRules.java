package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A cursor that is a moment, evaluated for one configuration. Immutable.
///
/// @param field name of the cursor in a row
/// @param formats how values may be written in rows and states, in the order in which they are
///   tried
/// @param format how values are written in requests and states
/// @param start where a first reading begins
/// @param end where a reading ends; asked anew each time, since it may be the present
/// @param step length of a slice; null for slices up to the end, nothing for one slice
/// @param granularity smallest difference of two values; null where slices share their bounds
/// @param lookback how far before its state a reading begins; null for not at all
/// @param startKey name of the lower bound in a slice
/// @param endKey name of the upper bound in a slice
/// @param clamping which moments bounds are moved to
/// @param strict whether the API refuses a slice whose bounds are equal
/// @param admission which rows count as new, where the API gives others too
public record DateRules(
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
    Clamping clamping,
    boolean strict,
    Admission admission)
    implements CursorRules {
  /// What counts as adjacent where the manifest gives no granularity.
  private static final IsoDuration DEFAULT_GRANULARITY = IsoDuration.parse("PT0.001S");

  public DateRules {
    formats = List.copyOf(formats);
  }

  /// The same cursor over another stretch, without a look back.
  ///
  /// @param last null to end where it does anyway
  DateRules within(OffsetDateTime first, @Nullable OffsetDateTime last) {
    return new DateRules(
        field,
        formats,
        format,
        first,
        last == null ? end : () -> last,
        step,
        granularity,
        null,
        startKey,
        endKey,
        clamping,
        strict,
        admission);
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
    return plus(moment, granularity == null ? DEFAULT_GRANULARITY : granularity);
  }

  /// @throws GodwitException CONFIG `manifest.bad-duration` where the sum is no date
  OffsetDateTime plus(OffsetDateTime moment, IsoDuration duration) {
    return dated(plusOrNull(moment, duration));
  }

  /// @throws GodwitException as {@link #plus}
  OffsetDateTime minus(OffsetDateTime moment, IsoDuration duration) {
    return dated(minusOrNull(moment, duration));
  }

  /// As {@link #plus}, with null for a fixed length of time that leads out of the calendar.
  @Nullable OffsetDateTime plusOrNull(OffsetDateTime moment, IsoDuration duration) {
    return orNull(() -> duration.addTo(moment));
  }

  /// As {@link #minus}, with null for a fixed length of time that leads out of the calendar.
  @Nullable OffsetDateTime minusOrNull(OffsetDateTime moment, IsoDuration duration) {
    return orNull(() -> duration.subtractFrom(moment));
  }

  private @Nullable OffsetDateTime orNull(Supplier<OffsetDateTime> sum) {
    try {
      return sum.get();
    } catch (PythonException e) {
      if (e.kind() == PythonException.Kind.OVERFLOW) {
        return null;
      }
      throw noDate(e.getMessage());
    }
  }

  private OffsetDateTime dated(@Nullable OffsetDateTime sum) {
    if (sum == null) {
      throw noDate("the date lies outside the years 1 to 9999");
    }
    return sum;
  }

  private GodwitException noDate(@Nullable String reason) {
    return GodwitException.config(
            "manifest.bad-duration",
            "step, lookback_window or cursor_granularity of the cursor "
                + field
                + " leads to no date: "
                + reason
                + ".")
        .hint("Use shorter durations, and whole years and months.");
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
