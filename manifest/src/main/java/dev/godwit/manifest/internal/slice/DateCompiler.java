package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec.StateDelegatingStream;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the rules of a cursor that is a moment.
final class DateCompiler {
  private final Scope scope;
  private final MomentCompiler moments;

  DateCompiler(Scope scope) {
    this.scope = scope;
    this.moments = new MomentCompiler(scope);
  }

  /// @param field name of the cursor in a row
  DateRules compile(DatetimeBasedCursor spec, String field) {
    Origin origin = spec.origin();
    if ((spec.step() == null) != (spec.cursorGranularity() == null)) {
      throw GodwitException.config(
              "manifest.cursor-step", "step and cursor_granularity need each other.")
          .at(origin.place(spec.step() == null ? "cursor_granularity" : "step"));
    }
    List<String> formats = new ArrayList<>(spec.cursorDatetimeFormats());
    formats.add(spec.datetimeFormat());
    IsoDuration granularity = duration(spec.cursorGranularity(), origin, "cursor_granularity");
    Clamping clamping = clamping(spec.clamping());
    return new DateRules(
        field,
        formats,
        spec.datetimeFormat(),
        moments.compile(spec.startDatetime(), spec.datetimeFormat()).get(),
        end(spec, clamping, granularity),
        parsedOrNull(evaluated(spec.step(), origin), origin, "step"),
        granularity,
        duration(evaluated(spec.lookbackWindow(), origin), origin, "lookback_window"),
        text(
            spec.partitionFieldStart() == null ? "start_time" : spec.partitionFieldStart(), origin),
        text(spec.partitionFieldEnd() == null ? "end_time" : spec.partitionFieldEnd(), origin),
        clamping,
        spec.isCompareStrictly(),
        admission(spec));
  }

  /// How long an API keeps what has changed; null where the template gives nothing.
  @Nullable IsoDuration retention(StateDelegatingStream spec) {
    String value = evaluated(spec.apiRetentionPeriod(), spec.origin());
    return parsedOrNull(value, spec.origin(), "api_retention_period");
  }

  private Supplier<OffsetDateTime> end(
      DatetimeBasedCursor spec, Clamping clamping, @Nullable IsoDuration granularity) {
    MinMaxDatetime declared = spec.endDatetime();
    Supplier<OffsetDateTime> end =
        declared == null ? this::present : moments.compile(declared, spec.datetimeFormat());
    if (clamping instanceof Clamping.None) {
      return end;
    }
    return () -> {
      OffsetDateTime boundary = clamping.backwards(end.get());
      return granularity == null
          ? boundary.minus(clamping.gap())
          : granularity.subtractFrom(boundary);
    };
  }

  private OffsetDateTime present() {
    return OffsetDateTime.ofInstant(scope.environment().clock().instant(), ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MICROS);
  }

  private Clamping clamping(DatetimeBasedCursor.@Nullable Clamping spec) {
    if (spec == null) {
      return new Clamping.None();
    }
    String target = text(spec.target(), spec.origin());
    return switch (target) {
      case "DAY" -> new Clamping.Days();
      case "WEEK" -> new Clamping.Weeks(weekday(spec));
      case "MONTH" -> new Clamping.Months();
      default ->
          throw GodwitException.config(
                  "manifest.clamping", "target is '" + target + "', not DAY, WEEK or MONTH.")
              .at(spec.origin().place("target"));
    };
  }

  private static DayOfWeek weekday(DatetimeBasedCursor.Clamping spec) {
    Object name = spec.targetDetails().get("weekday");
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name)) {
        return day;
      }
    }
    throw GodwitException.config(
            "manifest.clamping", "weekday is '" + name + "', not MONDAY, TUESDAY and so on.")
        .at(spec.origin().place("target_details"));
  }

  private static Admission admission(DatetimeBasedCursor spec) {
    if (Boolean.TRUE.equals(spec.isDataFeed())) {
      return Admission.FEED;
    }
    return Boolean.TRUE.equals(spec.isClientSideIncremental()) ? Admission.FILTERED : Admission.ALL;
  }

  private @Nullable String evaluated(@Nullable String template, Origin origin) {
    return template == null ? null : text(template, origin);
  }

  /// A duration of nothing counts as none.
  private static @Nullable IsoDuration duration(
      @Nullable String value, Origin origin, String field) {
    IsoDuration parsed = parsedOrNull(value, origin, field);
    return parsed == null || parsed.isNothing() ? null : parsed;
  }

  private static @Nullable IsoDuration parsedOrNull(
      @Nullable String value, Origin origin, String field) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return IsoDuration.parse(value);
    } catch (PythonException e) {
      throw GodwitException.config(
              "manifest.bad-duration", "'" + value + "' is not an ISO 8601 duration such as P1D.")
          .at(origin.place(field))
          .causedBy(e);
    }
  }

  private String text(String template, Origin origin) {
    return Repr.str(InterpolatedString.of(template, origin.parameters()).eval(scope));
  }
}
