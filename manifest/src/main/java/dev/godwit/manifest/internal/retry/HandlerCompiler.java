package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CompositeErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CustomErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.DefaultErrorHandler;
import dev.godwit.manifest.internal.spec.HttpResponseFilter;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes error handlers out of their descriptions.
public final class HandlerCompiler {
  /// As often the reference tries again where the manifest says nothing.
  private static final int DEFAULT_RETRIES = 5;

  private final Scope scope;
  private final BackoffCompiler backoffs;

  /// @param scope holds the configuration
  public HandlerCompiler(Scope scope) {
    this.scope = scope;
    this.backoffs = new BackoffCompiler(scope);
  }

  public ErrorHandler compile(@Nullable ErrorHandlerSpec spec) {
    return switch (spec) {
      case null -> new FilteringHandler(List.of(), List.of(), DEFAULT_RETRIES);
      case DefaultErrorHandler handler ->
          new FilteringHandler(
              handler.responseFilters().stream().map(this::filter).toList(),
              handler.backoffStrategies().stream().map(backoffs::compile).toList(),
              maxRetries(handler));
      case CompositeErrorHandler composite -> {
        if (composite.errorHandlers().isEmpty()) {
          throw GodwitException.config(
                  "manifest.missing-field", "A CompositeErrorHandler needs at least one handler.")
              .at(composite.origin().place("error_handlers"));
        }
        yield new ChainedHandler(composite.errorHandlers().stream().map(this::compile).toList());
      }
      case CustomErrorHandler custom ->
          new HostedErrorHandler(CustomParts.of(custom, custom.className()));
    };
  }

  /// Numbers count as Python's `int()` reads them, and less than none counts as none.
  private ResponseFilter filter(HttpResponseFilter spec) {
    return new ResponseFilter(spec, scope);
  }

  private int maxRetries(DefaultErrorHandler handler) {
    Object declared = handler.maxRetries();
    Object value =
        declared instanceof Long
            ? declared
            : InterpolatedString.of(declared.toString(), "5", handler.origin().parameters())
                .eval(scope);
    try {
      if (Conversion.toInt(value) instanceof Long retries) {
        return Math.clamp(retries, 0, Integer.MAX_VALUE);
      }
    } catch (PythonException notAnInteger) {
      // Told below.
    }
    throw GodwitException.system(
            "manifest.not-a-number", "max_retries is '" + Repr.str(value) + "', not an integer.")
        .at(handler.origin().place("max_retries"));
  }
}
