package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// A number of seconds, or a factor, that a manifest writes as a number or as a template over the
/// configuration. Evaluated when it is needed: a stream that never waits may leave it empty.
record Amount(InterpolatedString template, Origin origin, Scope scope) {
  static Amount of(Object declared, Origin origin, Scope scope) {
    String source = declared instanceof Number ? Repr.str(declared) : declared.toString();
    return new Amount(InterpolatedString.of(source, origin.parameters()), origin, scope);
  }

  static @Nullable Amount ofOptional(@Nullable Object declared, Origin origin, Scope scope) {
    return declared == null ? null : of(declared, origin, scope);
  }

  /// The number.
  ///
  /// @throws GodwitException SYSTEM `manifest.not-a-number` when the template gives something else
  double value() {
    Object value = template.eval(scope);
    try {
      return Conversion.toFloat(value);
    } catch (PythonException notANumber) {
      throw notANumber(value);
    }
  }

  /// The number, or null where the template gives nothing or zero.
  @Nullable Double orNull() {
    return Truth.of(template.eval(scope)) ? (Double) value() : null;
  }

  GodwitException notANumber(@Nullable Object value) {
    return GodwitException.system(
            "manifest.not-a-number", "'" + Repr.str(value) + "' is not a number.")
        .at(origin.place())
        .hint("Check the configuration that the template uses.");
  }
}
