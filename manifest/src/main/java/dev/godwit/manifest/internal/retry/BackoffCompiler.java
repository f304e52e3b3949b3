package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.python.Regex;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.ConstantBackoffStrategy;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.CustomBackoffStrategy;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.ExponentialBackoffStrategy;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.WaitTimeFromHeader;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.WaitTimeFromResponse;
import dev.godwit.manifest.internal.spec.BackoffStrategySpec.WaitUntilTimeFromHeader;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Makes waits out of their descriptions.
final class BackoffCompiler {
  private static final double DEFAULT_FACTOR = 5;

  private final Scope scope;

  BackoffCompiler(Scope scope) {
    this.scope = scope;
  }

  Backoff compile(BackoffStrategySpec spec) {
    return switch (spec) {
      case ConstantBackoffStrategy constant -> constant(constant);
      case ExponentialBackoffStrategy exponential -> exponential(exponential);
      case WaitTimeFromHeader wait -> fromHeader(wait);
      case WaitUntilTimeFromHeader wait -> untilHeader(wait);
      case WaitTimeFromResponse wait -> new SaidWait(wait, scope);
      case CustomBackoffStrategy custom ->
          new HostedBackoff(CustomParts.of(custom, custom.className()));
    };
  }

  private Backoff constant(ConstantBackoffStrategy spec) {
    Amount seconds = Amount.of(spec.backoffTimeInSeconds(), spec.origin(), scope);
    double jitter = jitter(spec.jitterRangeInSeconds(), spec.origin());
    return (answer, attempt) -> jittered(seconds.value(), jitter);
  }

  /// A factor of zero counts as absent; a template that gives zero asks for no wait.
  private Backoff exponential(ExponentialBackoffStrategy spec) {
    boolean absent = spec.factor() instanceof Number number && number.doubleValue() == 0;
    Amount factor = Amount.of(absent ? DEFAULT_FACTOR : spec.factor(), spec.origin(), scope);
    double jitter = jitter(spec.jitterRangeInSeconds(), spec.origin());
    return (answer, attempt) -> jittered(factor.value() * Math.scalb(1.0, attempt), jitter);
  }

  private Backoff fromHeader(WaitTimeFromHeader spec) {
    HeaderNumber header = header(spec.header(), spec.regex(), spec.origin());
    Cap cap = Cap.of(spec.maxWaitingTimeInSeconds(), spec.origin(), scope);
    return (answer, attempt) -> {
      Double seconds = header.in(answer);
      return seconds == null || seconds == 0 ? null : (Double) cap.check(seconds);
    };
  }

  private Backoff untilHeader(WaitUntilTimeFromHeader spec) {
    HeaderNumber header = header(spec.header(), spec.regex(), spec.origin());
    Amount least = Amount.ofOptional(spec.minWait(), spec.origin(), scope);
    Cap cap = Cap.of(spec.maxWaitingTimeInSeconds(), spec.origin(), scope);
    return (answer, attempt) -> {
      Double wait = until(header.in(answer), least == null ? null : least.orNull());
      return wait == null ? null : (Double) cap.check(wait);
    };
  }

  private @Nullable Double until(@Nullable Double moment, @Nullable Double least) {
    if (moment == null || moment == 0) {
      return least;
    }
    double wait = moment - scope.environment().clock().millis() / 1000.0;
    if (least != null) {
      return Math.max(wait, least);
    }
    return wait < 0 ? null : (Double) wait;
  }

  private static double jitter(@Nullable Double declared, Origin origin) {
    if (declared != null && declared < 0) {
      throw GodwitException.config(
              "manifest.out-of-range", "jitter_range_in_seconds must be at least 0.")
          .at(origin.place("jitter_range_in_seconds"));
    }
    return declared == null ? 0 : declared;
  }

  /// Jitter only lengthens a wait.
  private static double jittered(double seconds, double jitter) {
    return jitter == 0
        ? seconds
        : ThreadLocalRandom.current().nextDouble(seconds, seconds + 2 * jitter);
  }

  private HeaderNumber header(String name, @Nullable String regex, Origin origin) {
    String header = text(name, origin);
    return regex == null || regex.isEmpty()
        ? new HeaderNumber(header, null)
        : new HeaderNumber(header, Regex.of(text(regex, origin)));
  }

  private String text(String template, Origin origin) {
    return Repr.str(InterpolatedString.of(template, origin.parameters()).eval(scope));
  }
}
