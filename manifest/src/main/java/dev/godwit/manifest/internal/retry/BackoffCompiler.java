package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes waits out of their descriptions. Everything is known from the configuration, so mistakes
/// show before a request.
final class BackoffCompiler {
  private final Scope scope;

  BackoffCompiler(Scope scope) {
    this.scope = scope;
  }

  Backoff compile(BackoffStrategySpec spec) {
    return switch (spec) {
      case ConstantBackoffStrategy constant -> {
        double seconds = number(constant.backoffTimeInSeconds(), constant.origin());
        Double jitter = constant.jitterRangeInSeconds();
        yield (answer, attempt) -> jittered(seconds, jitter);
      }
      case ExponentialBackoffStrategy exponential -> {
        double declared = number(exponential.factor(), exponential.origin());
        double factor = declared == 0 ? 5 : declared;
        Double jitter = exponential.jitterRangeInSeconds();
        yield (answer, attempt) -> jittered(factor * Math.scalb(1.0, attempt), jitter);
      }
      case WaitTimeFromHeader wait -> {
        HeaderNumber header = header(wait.header(), wait.regex(), wait.origin());
        Double most = optional(wait.maxWaitingTimeInSeconds(), wait.origin());
        yield (answer, attempt) -> {
          Double seconds = header.in(answer);
          return seconds == null ? null : seconds == 0 ? seconds : (Double) capped(seconds, most);
        };
      }
      case WaitUntilTimeFromHeader wait -> {
        HeaderNumber header = header(wait.header(), wait.regex(), wait.origin());
        Double least = optional(wait.minWait(), wait.origin());
        Double most = optional(wait.maxWaitingTimeInSeconds(), wait.origin());
        yield (answer, attempt) -> until(header.in(answer), least, most);
      }
      case WaitTimeFromResponse other -> throw Unsupported.component(other);
      case CustomBackoffStrategy other -> throw Unsupported.component(other);
    };
  }

  private @Nullable Double until(
      @Nullable Double moment, @Nullable Double least, @Nullable Double most) {
    Double floor = least == null || least == 0 ? null : least;
    if (moment == null || moment == 0) {
      return floor == null ? null : (Double) capped(floor, most);
    }
    double wait = moment - scope.environment().clock().millis() / 1000.0;
    if (floor != null) {
      return capped(Math.max(wait, floor), most);
    }
    return wait < 0 ? null : (Double) capped(wait, most);
  }

  private static double capped(double seconds, @Nullable Double most) {
    if (most != null && seconds >= most) {
      throw GodwitException.transientError(
              "http.wait-too-long",
              "The API asks to wait %.0f s; the manifest allows less than %.0f s."
                  .formatted(seconds, most))
          .hint("Run again later, or raise max_waiting_time_in_seconds.");
    }
    return seconds;
  }

  private static double jittered(double seconds, @Nullable Double jitter) {
    return jitter == null || jitter == 0
        ? seconds
        : ThreadLocalRandom.current().nextDouble(seconds, seconds + 2 * jitter);
  }

  private HeaderNumber header(String name, @Nullable String regex, Origin origin) {
    return new HeaderNumber(
        text(name, origin), regex == null ? null : Pattern.compile(text(regex, origin)));
  }

  private @Nullable Double optional(@Nullable Object value, Origin origin) {
    return value == null ? null : (Double) number(value, origin);
  }

  private double number(Object value, Origin origin) {
    String text = text(value.toString(), origin);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw GodwitException.config("manifest.not-a-number", "'" + text + "' is not a number.")
          .at(origin.place());
    }
  }

  private String text(String template, Origin origin) {
    return Repr.str(InterpolatedString.of(template, origin.parameters()).eval(scope));
  }
}
