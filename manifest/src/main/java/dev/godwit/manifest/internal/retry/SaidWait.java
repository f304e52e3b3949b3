package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.scope.HeadersView;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.WaitTimeFromResponse;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.Template;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// As long as a template makes out of the answer's body and headers. An answer in which the
/// template finds nothing usable leaves the decision to the next strategy.
final class SaidWait implements Backoff {
  private static final Set<String> VARIABLES =
      Set.of("config", "response", "headers", "parameters");

  /// What a template raises where an answer has another shape than it expects.
  private static final Set<String> OTHER_SHAPE =
      Set.of("template.undefined", "template.value", "template.zero-division", "template.overflow");

  private final Template template;
  private final Cap cap;
  private final Scope scope;

  SaidWait(WaitTimeFromResponse spec, Scope scope) {
    this.template = Template.compile(spec.waitTimeInSeconds());
    if (!VARIABLES.containsAll(template.roots())) {
      throw GodwitException.system(
              "template.undeclared",
              "wait_time_in_seconds may use only config, response, headers and parameters.")
          .at(spec.origin().place("wait_time_in_seconds"));
    }
    this.cap = Cap.of(spec.maxWaitingTimeInSeconds(), spec.origin(), scope);
    this.scope = scope.with("parameters", spec.origin().parameters());
  }

  @Override
  public @Nullable Double seconds(Answer answer, int attempt) {
    Double wait = number(evaluate(answer));
    if (wait == null || !Double.isFinite(wait) || wait < 0) {
      return null;
    }
    return wait == 0 ? wait : (Double) cap.check(wait);
  }

  /// The template's value; the template itself where it could not be evaluated.
  private @Nullable Object evaluate(Answer answer) {
    try {
      return template.eval(bind(answer), template, ValueType.ANY);
    } catch (GodwitException e) {
      if (OTHER_SHAPE.contains(e.code())) {
        return null;
      }
      throw e;
    }
  }

  private Scope bind(Answer answer) {
    return switch (answer) {
      case Answer.Received(Response response) ->
          scope
              .with("response", json(response))
              .with("headers", new HeadersView(response.headers()));
      case Answer.Failed _ -> scope.with("response", Map.of()).with("headers", Map.of());
    };
  }

  private static @Nullable Object json(Response response) {
    try {
      return JsonParser.LENIENT.parse(response.body());
    } catch (GodwitException notJson) {
      return Map.of();
    }
  }

  private @Nullable Double number(@Nullable Object value) {
    if (value == null || value.equals(template.source())) {
      return null;
    }
    try {
      return Conversion.toFloat(value);
    } catch (PythonException notANumber) {
      return null;
    }
  }
}
