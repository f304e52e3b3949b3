package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.page.PaginatorCompiler;
import dev.godwit.manifest.internal.page.SmallerPages;
import dev.godwit.manifest.internal.property.Properties;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.slice.DateRules;
import dev.godwit.manifest.internal.slice.Halves;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.RecordFilterSpec;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PaginationReset;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PaginationResetAction;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PaginationResetLimits;
import dev.godwit.manifest.internal.spec.SimpleRetriever.RequestWindowSplitting;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Makes out of a stream's description how its slices are read page by page. What cannot work is
/// refused before a request.
final class PagingCompiler {
  private final Scope scope;
  private final Surroundings surroundings;
  private final @Nullable Ahead ahead;

  /// @param ahead null where pages are asked for one after the other
  PagingCompiler(Scope scope, Surroundings surroundings, @Nullable Ahead ahead) {
    this.scope = scope;
    this.surroundings = surroundings;
    this.ahead = ahead;
  }

  /// @param properties that requests ask for; null where the manifest chooses none
  /// @param rules null for a stream without a cursor
  Paging compile(
      DeclarativeStream stream,
      SimpleRetriever spec,
      @Nullable Properties properties,
      @Nullable CursorRules rules) {
    PagingChecks.check(stream, spec, properties != null);
    return new Paging(
        new PaginatorCompiler(scope).compile(spec.paginator()),
        properties,
        SmallerPages.of(spec.pageSizeReduction()),
        restarts(spec, rules),
        splitting(stream, spec, rules),
        mayRunAhead(spec, properties, rules) ? ahead : null,
        surroundings);
  }

  /// Not where the content of a page decides how the next one is asked for, or whether at all.
  private static boolean mayRunAhead(
      SimpleRetriever spec, @Nullable Properties properties, @Nullable CursorRules rules) {
    return properties == null
        && spec.pageSizeReduction() == null
        && spec.paginationReset() == null
        && (rules == null || rules.admission() != Admission.FEED);
  }

  private static Restarts.Rules restarts(SimpleRetriever spec, @Nullable CursorRules rules) {
    PaginationReset reset = spec.paginationReset();
    if (reset == null) {
      return Restarts.Rules.DEFAULT;
    }
    PaginationResetLimits limits = reset.limits();
    RecordFilterSpec filter = spec.recordSelector().recordFilter();
    if (limits != null && filter != null) {
      throw GodwitException.config(
              "manifest.paging", "Limits of a PaginationReset do not work with a record_filter.")
          .at(limits.origin().place());
    }
    Integer most = limits == null ? null : limits.numberOfRecords();
    return new Restarts.Rules(
        reset.action() == PaginationResetAction.SPLIT_USING_CURSOR ? rules : null,
        most == null ? 0 : most);
  }

  private static @Nullable WindowSplitting splitting(
      DeclarativeStream stream, SimpleRetriever spec, @Nullable CursorRules rules) {
    RequestWindowSplitting splitting = spec.requestWindowSplitting();
    if (splitting == null) {
      return null;
    }
    IsoDuration granularity = rules instanceof DateRules dates ? dates.granularity() : null;
    if (!(stream.incrementalSync() instanceof DatetimeBasedCursor cursor)
        || !(rules instanceof DateRules dates)
        || granularity == null) {
      throw PagingChecks.refuse(
          splitting.origin(),
          "request_window_splitting needs a DatetimeBasedCursor with a cursor_granularity.");
    }
    if (Boolean.TRUE.equals(cursor.isClientSideIncremental())) {
      throw PagingChecks.refuse(
          splitting.origin(),
          "request_window_splitting does nothing for a cursor that is_client_side_incremental.");
    }
    IsoDuration least = least(splitting);
    if (granularity.isCalendar()) {
      throw PagingChecks.refuse(
          splitting.origin(),
          "request_window_splitting needs a cursor_granularity without years and months.");
    }
    String advice = splitting.failureMessage();
    return new WindowSplitting(
        Halves.of(dates, granularity, least), advice == null ? "" : advice.strip());
  }

  private static IsoDuration least(RequestWindowSplitting spec) {
    String text = spec.minSplitWindow();
    if (text == null || text.isEmpty()) {
      return Halves.NO_LEAST;
    }
    try {
      IsoDuration least = IsoDuration.parse(text);
      if (!least.isCalendar() && !text.startsWith("-")) {
        return least;
      }
    } catch (PythonException notADuration) {
      // Told below.
    }
    throw GodwitException.config(
            "manifest.bad-duration",
            "'" + text + "' is not an ISO 8601 duration of days, hours, minutes or seconds.")
        .at(spec.origin().place("min_split_window"));
  }
}
