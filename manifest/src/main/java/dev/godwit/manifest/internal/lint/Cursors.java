package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.lint.LintCode;
import org.jspecify.annotations.Nullable;

/// Date and time cursors: bounds that their own format cannot read, and half of a pair of fields.
final class Cursors implements Rule.OfComponent {
  @Override
  public void check(Component component, Findings findings) {
    if (component instanceof DatetimeBasedCursor cursor) {
      check(cursor, findings);
    }
  }

  private static void check(DatetimeBasedCursor cursor, Findings findings) {
    if ((cursor.step() == null) != (cursor.cursorGranularity() == null)) {
      String field = cursor.step() == null ? "cursor_granularity" : "step";
      findings.inconsistent(cursor.origin(), field, "step and cursor_granularity need each other");
    }
    check(cursor.startDatetime(), cursor, findings);
    if (cursor.endDatetime() != null) {
      check(cursor.endDatetime(), cursor, findings);
    }
  }

  private static void check(MinMaxDatetime bound, DatetimeBasedCursor cursor, Findings findings) {
    String format = format(bound, cursor);
    check(bound, "datetime", bound.datetime(), format, findings);
    check(bound, "min_datetime", bound.minDatetime(), format, findings);
    check(bound, "max_datetime", bound.maxDatetime(), format, findings);
  }

  /// The format of a cursor's bound.
  static String format(MinMaxDatetime bound, DatetimeBasedCursor cursor) {
    return bound.datetimeFormat().isEmpty() ? cursor.datetimeFormat() : bound.datetimeFormat();
  }

  private static void check(
      MinMaxDatetime bound,
      String field,
      @Nullable String written,
      String format,
      Findings findings) {
    boolean fixed = written != null && !written.isEmpty() && !written.contains("{");
    if (fixed && DatetimeFormat.tryParse(format, written) == null) {
      findings.add(
          LintCode.BAD_DATE,
          bound.origin(),
          field,
          "'" + written + "' does not fit the format " + format);
    }
  }
}
