package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An instant that grows.
///
/// @param cursorDatetimeFormats formats of the values in rows, tried in order
/// @param datetimeFormat format of the values in requests
/// @param cursorGranularity ISO 8601 duration between the end of an interval and the beginning of
///   the next
/// @param lookbackWindow ISO 8601 duration, or a template of one
/// @param step ISO 8601 duration of one interval
public record DatetimeBasedCursor(
    Origin origin,
    @Nullable Clamping clamping,
    @Scope(CONFIG) String cursorField,
    @Nullable Boolean allowCatalogDefinedCursorField,
    @OrEmpty List<String> cursorDatetimeFormats,
    @Scope(CONFIG) MinMaxDatetime startDatetime,
    @Nullable RequestOption startTimeOption,
    @Scope(CONFIG) @Nullable MinMaxDatetime endDatetime,
    @Nullable RequestOption endTimeOption,
    String datetimeFormat,
    @Nullable String cursorGranularity,
    @Nullable Boolean isDataFeed,
    @Nullable Boolean isClientSideIncremental,
    @Default("false") boolean isCompareStrictly,
    @Default("false") boolean globalSubstreamCursor,
    @Scope(CONFIG) @Nullable String lookbackWindow,
    @Nullable String partitionFieldEnd,
    @Nullable String partitionFieldStart,
    @Nullable String step)
    implements IncrementalSyncSpec {
  /// Moves the bounds of intervals to those of calendar units.
  ///
  /// @param target the unit, or a template of it
  @Untyped
  public record Clamping(
      Origin origin,
      @Scope(CONFIG) String target,
      @OrEmpty Map<String, @Nullable Object> targetDetails)
      implements Component {}

  /// An instant, held between two others.
  ///
  /// @param datetimeFormat format of the three; empty for the cursor's own
  @FromText("datetime")
  public record MinMaxDatetime(
      Origin origin,
      @Scope(CONFIG) String datetime,
      @Default("''") String datetimeFormat,
      @Scope(CONFIG) @Nullable String maxDatetime,
      @Scope(CONFIG) @Nullable String minDatetime)
      implements Component {}
}
