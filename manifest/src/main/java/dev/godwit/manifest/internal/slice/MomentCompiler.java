package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Evaluates moments that are held between two others.
final class MomentCompiler {
  private final Scope scope;

  MomentCompiler(Scope scope) {
    this.scope = scope;
  }

  /// @param cursorFormat format of the three where the component has none of its own
  OffsetDateTime compile(MinMaxDatetime spec, String cursorFormat) {
    String format = spec.datetimeFormat().isEmpty() ? cursorFormat : spec.datetimeFormat();
    OffsetDateTime moment = parse(spec, "datetime", spec.datetime(), format);
    OffsetDateTime least = bound(spec, "min_datetime", spec.minDatetime(), format);
    OffsetDateTime most = bound(spec, "max_datetime", spec.maxDatetime(), format);
    if (least != null) {
      moment = DateRules.later(moment, least);
    }
    return most == null ? moment : DateRules.earlier(moment, most);
  }

  private @Nullable OffsetDateTime bound(
      MinMaxDatetime spec, String field, @Nullable String template, String format) {
    return template == null || template.isEmpty() ? null : parse(spec, field, template, format);
  }

  private OffsetDateTime parse(MinMaxDatetime spec, String field, String template, String format) {
    String value =
        Repr.str(InterpolatedString.of(template, spec.origin().parameters()).eval(scope));
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
}
