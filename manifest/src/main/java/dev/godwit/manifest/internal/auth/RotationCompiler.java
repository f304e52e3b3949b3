package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.budget.BudgetCompiler;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.retry.HandlerCompiler;
import dev.godwit.manifest.internal.spec.CallRatePolicySpec.HttpRequestRegexMatcher;
import dev.godwit.manifest.internal.spec.RateLimitedMultipleTokenAuthenticator;
import dev.godwit.manifest.internal.spec.RateLimitedMultipleTokenAuthenticator.QuotaStatusSource;
import dev.godwit.manifest.internal.spec.RateLimitedMultipleTokenAuthenticator.TokenQuota;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.template.InterpolatedString;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes authenticators with several tokens. The same description gives the same authenticator, so
/// that all streams count the same quotas. Thread-safe.
final class RotationCompiler {
  private final AuthContext context;
  private final BudgetCompiler budgets;
  private final Map<List<@Nullable Object>, RotatingTokens> made = new HashMap<>();

  RotationCompiler(AuthContext context) {
    this.context = context;
    this.budgets = new BudgetCompiler(context.scope());
  }

  synchronized RotatingTokens compile(RateLimitedMultipleTokenAuthenticator spec) {
    RotatingTokens.Rules rules =
        new RotatingTokens.Rules(
            tokens(spec),
            spec.authMethod().isEmpty() ? "Bearer" : spec.authMethod(),
            spec.header().isEmpty() ? "Authorization" : spec.header(),
            mostWait(spec),
            spec.budgetReserveFraction(),
            spec.budgetMinReserve());
    if (rules.tokens().isEmpty()) {
      throw incomplete(spec, "tokens", "The configuration has no tokens.");
    }
    if (spec.quotas().isEmpty()) {
      throw incomplete(spec, "quotas", "The authenticator has no quotas.");
    }
    rules.tokens().forEach(context.secrets()::learn);
    QuotaStatus.Question question = question(spec.quotaStatusSource());
    List<@Nullable Object> key = new ArrayList<>(List.of(rules, question));
    spec.quotas().forEach(quota -> key.add(described(quota)));
    return made.computeIfAbsent(
        key,
        any ->
            new RotatingTokens(
                rules,
                spec.quotas().stream().map(this::quota).toList(),
                new QuotaStatus(
                    question, context, new HandlerCompiler(context.scope()).compile(null)),
                context.surroundings()));
  }

  private static GodwitException incomplete(
      RateLimitedMultipleTokenAuthenticator spec, String field, String message) {
    return GodwitException.config("auth.incomplete", message).at(spec.origin().place(field));
  }

  private List<String> tokens(RateLimitedMultipleTokenAuthenticator spec) {
    List<String> found =
        switch (spec.tokens()) {
          case TextOrList.Text(String text) -> {
            String delimiter = spec.tokenDelimiter().isEmpty() ? "," : spec.tokenDelimiter();
            yield Arrays.asList(text(text).split(Pattern.quote(delimiter), -1));
          }
          case TextOrList.Texts(List<String> texts) -> texts.stream().map(this::text).toList();
        };
    return found.stream().map(String::strip).filter(token -> !token.isEmpty()).toList();
  }

  /// The reference gives these templates no parameters.
  private String text(String template) {
    return Repr.str(InterpolatedString.of(template, Map.of()).eval(context.scope()));
  }

  private Duration mostWait(RateLimitedMultipleTokenAuthenticator spec) {
    String text = text(spec.maxWaitTime().isEmpty() ? "PT2H" : spec.maxWaitTime());
    try {
      IsoDuration duration = IsoDuration.parse(text);
      if (!duration.isCalendar()) {
        OffsetDateTime start = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        return Duration.between(start, duration.addTo(start));
      }
    } catch (PythonException notADuration) {
      // Told below.
    }
    throw GodwitException.config(
            "manifest.bad-duration",
            "max_wait_time is '" + text + "', no ISO 8601 duration of a fixed length.")
        .at(spec.origin().place("max_wait_time"));
  }

  private QuotaStatus.Question question(QuotaStatusSource spec) {
    Map<String, String> headers = new LinkedHashMap<>();
    spec.requestHeaders().forEach((name, value) -> headers.put(name, text(value)));
    return new QuotaStatus.Question(
        spec.httpMethod().name(),
        text(spec.url()),
        headers,
        List.copyOf(new TreeSet<>(spec.unavailableStatusCodes())));
  }

  private static Quota.Paths paths(TokenQuota spec) {
    return new Quota.Paths(spec.remainingPath(), spec.resetPath(), spec.limitPath());
  }

  private static Quota.Signs signs(TokenQuota spec) {
    return new Quota.Signs(
        spec.remainingHeader(),
        spec.resetHeader(),
        spec.limitHeader(),
        spec.exhaustionStatusCodes());
  }

  private Quota quota(TokenQuota spec) {
    return new Quota(
        paths(spec),
        signs(spec),
        spec.matchers().stream().map(budgets::recognising).toList(),
        spec.name());
  }

  /// Everything of a quota but where it was written.
  private static List<@Nullable Object> described(TokenQuota spec) {
    List<@Nullable Object> parts = new ArrayList<>(List.of(spec.name(), paths(spec), signs(spec)));
    for (HttpRequestRegexMatcher matcher : spec.matchers()) {
      parts.add(
          Arrays.asList(
              matcher.method(),
              matcher.urlBase(),
              matcher.urlPathPattern(),
              matcher.params(),
              matcher.headers(),
              matcher.weight()));
    }
    return parts;
  }
}
