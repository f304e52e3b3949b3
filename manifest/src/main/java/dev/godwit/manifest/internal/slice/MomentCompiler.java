package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Evaluates moments that are held between two others.
final class MomentCompiler {
  private final Scope scope;

  MomentCompiler(Scope scope) {
    this.scope = scope;
  }

  /// What the moment is, whenever it is asked for.
  ///
  /// @param cursorFormat format of the three where the component has none of its own
  Supplier<OffsetDateTime> compile(MinMaxDatetime spec, String cursorFormat) {
    String format = spec.datetimeFormat().isEmpty() ? cursorFormat : spec.datetimeFormat();
    Supplier<OffsetDateTime> datetime = parsed(spec, "datetime", spec.datetime(), format);
    Supplier<OffsetDateTime> least = bound(spec, "min_datetime", spec.minDatetime(), format);
    Supplier<OffsetDateTime> most = bound(spec, "max_datetime", spec.maxDatetime(), format);
    return () -> {
      OffsetDateTime moment = datetime.get();
      if (least != null) {
        moment = DateRules.later(moment, least.get());
      }
      return most == null ? moment : DateRules.earlier(moment, most.get());
    };
  }

  private @Nullable Supplier<OffsetDateTime> bound(
      MinMaxDatetime spec, String field, @Nullable String template, String format) {
    return template == null || template.isEmpty() ? null : parsed(spec, field, template, format);
  }

  private Supplier<OffsetDateTime> parsed(
      MinMaxDatetime spec, String field, String template, String format) {
    InterpolatedString text = InterpolatedString.of(template, spec.origin().parameters());
    return () -> {
      String value = Repr.str(text.eval(scope));
      try {
        return DatetimeFormat.parse(format, value);
      } catch (PythonException e) {
        throw GodwitException.config(
                "manifest.bad-date", "'" + value + "' does not fit the format " + format + ".")
            .at(spec.origin().place(field))
            .hint("Check the date in the configuration, and datetime_format in the manifest.")
            .causedBy(e);
      }
    };
  }
}
