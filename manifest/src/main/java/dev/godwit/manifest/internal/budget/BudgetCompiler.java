package dev.godwit.manifest.internal.budget;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.budget.Policy.Limit;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Regex;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.FixedWindowCallRatePolicy;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.HttpRequestRegexMatcher;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.MovingWindowCallRatePolicy;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.Rate;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.UnlimitedCallRatePolicy;
import dev.godwit.manifest.internal.spec.HTTPAPIBudget;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes policies out of their descriptions.
public final class BudgetCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public BudgetCompiler(Scope scope) {
    this.scope = scope;
  }

  List<Policy> policies(HTTPAPIBudget spec) {
    return spec.policies().stream()
        .map(policy ->
            new Policy(policy.matchers().stream().map(this::matcher).toList(), limit(policy)))
        .toList();
  }

  static Signs signs(HTTPAPIBudget spec) {
    return new Signs(
        spec.ratelimitResetHeader(),
        spec.ratelimitRemainingHeader(),
        Set.copyOf(spec.statusCodesForRatelimitHit()));
  }

  private Limit limit(CallRatePolicySpec spec) {
    return switch (spec) {
      case FixedWindowCallRatePolicy fixed ->
          new Limit.Fixed(fixed.callLimit(), micros(fixed.period(), fixed.origin(), "period"));
      case MovingWindowCallRatePolicy moving -> new Limit.Moving(rates(moving));
      case UnlimitedCallRatePolicy _ -> new Limit.None();
    };
  }

  private List<MovingWindow.Rate> rates(MovingWindowCallRatePolicy spec) {
    if (spec.rates().isEmpty()) {
      throw GodwitException.config("budget.no-rates", "A moving window needs at least one rate.")
          .at(spec.origin().place("rates"));
    }
    return spec.rates().stream().map(this::rate).toList();
  }

  private MovingWindow.Rate rate(Rate spec) {
    return new MovingWindow.Rate(
        number(spec.limit(), spec.origin(), "limit"),
        micros(spec.interval(), spec.origin(), "interval"));
  }

  /// Recognises the requests that a matcher describes, whatever they weigh.
  public Predicate<Request> recognising(HttpRequestRegexMatcher spec) {
    return matcher(spec)::matches;
  }

  private RequestMatcher matcher(HttpRequestRegexMatcher spec) {
    String method = spec.method();
    String base = spec.urlBase();
    return new RequestMatcher(
        method == null || method.isEmpty() ? null : method.toUpperCase(Locale.ROOT),
        base == null || base.isEmpty() ? null : withoutSlashes(base),
        path(spec),
        texts(spec.params(), false),
        texts(spec.headers(), true),
        spec.weight() == null ? 1 : number(spec.weight(), spec.origin(), "weight"));
  }

  private static String withoutSlashes(String base) {
    return base.replaceAll("/+$", "");
  }

  private static @Nullable String path(HttpRequestRegexMatcher spec) {
    String pattern = spec.urlPathPattern();
    try {
      if (pattern == null || pattern.isEmpty()) {
        return null;
      }
      Regex.of(pattern);
      return pattern;
    } catch (PythonException e) {
      throw GodwitException.config(
              "budget.pattern", "The pattern cannot be read: " + e.getMessage())
          .at(spec.origin().place("url_path_pattern"))
          .causedBy(e);
    }
  }

  private static Map<String, String> texts(Map<String, @Nullable Object> values, boolean headers) {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) ->
        texts.put(headers ? name.toLowerCase(Locale.ROOT) : name, Repr.str(value)));
    return texts;
  }

  private int number(Object declared, Origin origin, String field) {
    Object value = InterpolatedString.of(declared.toString(), Map.of()).eval(scope);
    String text = Repr.str(value);
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below.
    }
    throw GodwitException.config(
            "manifest.not-a-number",
            field + " is '" + text + "', not a whole number of at least 1.")
        .at(origin.place(field));
  }

  private static long micros(String text, Origin origin, String field) {
    OffsetDateTime start = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    try {
      Duration length = Duration.between(start, IsoDuration.parse(text).addTo(start));
      if (length.isPositive()) {
        return length.toNanos() / 1_000;
      }
    } catch (PythonException notADuration) {
      // Told below.
    }
    throw GodwitException.config(
            "manifest.bad-duration", "'" + text + "' is not a time such as PT1M.")
        .at(origin.place(field));
  }
}
