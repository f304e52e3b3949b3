package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec.IncrementingCountCursor;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a cursor's rules out of its description.
public final class CursorCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public CursorCompiler(Scope scope) {
    this.scope = scope;
  }

  public CursorRules compile(IncrementalSyncSpec spec) {
    return switch (spec) {
      case DatetimeBasedCursor cursor -> compile(cursor);
      case IncrementingCountCursor other -> throw Unsupported.component(other);
    };
  }

  private CursorRules compile(DatetimeBasedCursor spec) {
    refuseUnsupported(spec);
    Origin origin = spec.origin();
    if ((spec.step() == null) != (spec.cursorGranularity() == null)) {
      throw GodwitException.config(
              "manifest.cursor-step", "step and cursor_granularity need each other.")
          .at(origin.place(spec.step() == null ? "cursor_granularity" : "step"));
    }
    List<String> formats = new ArrayList<>(spec.cursorDatetimeFormats());
    formats.add(spec.datetimeFormat());
    MinMaxDatetime end = spec.endDatetime();
    Supplier<OffsetDateTime> present =
        () ->
            OffsetDateTime.ofInstant(scope.environment().clock().instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS);
    return new CursorRules(
        text(spec.cursorField(), origin),
        formats,
        spec.datetimeFormat(),
        moment(spec.startDatetime(), spec.datetimeFormat()),
        end == null ? present : () -> moment(end, spec.datetimeFormat()),
        duration(spec.step(), origin, "step"),
        duration(spec.cursorGranularity(), origin, "cursor_granularity"),
        duration(spec.lookbackWindow(), origin, "lookback_window"),
        text(
            spec.partitionFieldStart() == null ? "start_time" : spec.partitionFieldStart(), origin),
        text(spec.partitionFieldEnd() == null ? "end_time" : spec.partitionFieldEnd(), origin),
        spec.isCompareStrictly(),
        admission(spec));
  }

  private static void refuseUnsupported(DatetimeBasedCursor spec) {
    if (spec.clamping() != null) {
      throw Unsupported.component(spec.clamping());
    }
  }

  private static Admission admission(DatetimeBasedCursor spec) {
    if (Boolean.TRUE.equals(spec.isDataFeed())) {
      return Admission.FEED;
    }
    return Boolean.TRUE.equals(spec.isClientSideIncremental()) ? Admission.FILTERED : Admission.ALL;
  }

  private OffsetDateTime moment(MinMaxDatetime spec, String cursorFormat) {
    String format = spec.datetimeFormat().isEmpty() ? cursorFormat : spec.datetimeFormat();
    OffsetDateTime moment = parse(spec, "datetime", spec.datetime(), format);
    OffsetDateTime least = bound(spec, "min_datetime", spec.minDatetime(), format);
    OffsetDateTime most = bound(spec, "max_datetime", spec.maxDatetime(), format);
    if (least != null) {
      moment = CursorRules.later(moment, least);
    }
    return most == null ? moment : CursorRules.earlier(moment, most);
  }

  private @Nullable OffsetDateTime bound(
      MinMaxDatetime spec, String field, @Nullable String template, String format) {
    return template == null || template.isEmpty() ? null : parse(spec, field, template, format);
  }

  private OffsetDateTime parse(MinMaxDatetime spec, String field, String template, String format) {
    String value = text(template, spec.origin());
    try {
      return DatetimeFormat.parse(format, value);
    } catch (PythonException e) {
      throw GodwitException.config(
              "manifest.bad-date", "'" + value + "' does not fit the format " + format + ".")
          .at(spec.origin().place(field))
          .hint("Check the date in the configuration, and datetime_format in the manifest.")
          .causedBy(e);
    }
  }

  private @Nullable IsoDuration duration(@Nullable String template, Origin origin, String field) {
    String value = template == null ? "" : text(template, origin);
    if (value.isEmpty()) {
      return null;
    }
    try {
      IsoDuration parsed = IsoDuration.parse(value);
      return isNothing(parsed) ? null : parsed;
    } catch (PythonException e) {
      throw GodwitException.config(
              "manifest.bad-duration", "'" + value + "' is not an ISO 8601 duration such as P1D.")
          .at(origin.place(field))
          .causedBy(e);
    }
  }

  /// A duration of nothing counts as none.
  private static boolean isNothing(IsoDuration duration) {
    OffsetDateTime any = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    return duration.addTo(any).isEqual(any);
  }

  private String text(String template, Origin origin) {
    return Repr.str(InterpolatedString.of(template, origin.parameters()).eval(scope));
  }
}
