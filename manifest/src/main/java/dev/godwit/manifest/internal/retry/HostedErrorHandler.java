package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A handler that runs somewhere else.
final class HostedErrorHandler implements ErrorHandler {
  private final HostedComponent component;
  private final HostedBackoff backoff;
  private volatile @Nullable Integer retries;

  HostedErrorHandler(HostedComponent component) {
    this.component = component;
    this.backoff = new HostedBackoff(component);
  }

  @Override
  public Resolution interpret(Answer answer) {
    Object said = HostedAnswers.call(component, "interpret", answer, Map.of());
    if (!(said instanceof Map<?, ?> resolution)) {
      return Resolution.SUCCESS;
    }
    return new Resolution(
        action(resolution.get("action")),
        kind(resolution.get("failure")),
        resolution.get("message") instanceof String text ? text : "");
  }

  private static ResponseAction action(@Nullable Object name) {
    return name instanceof String text ? ResponseAction.valueOf(text) : ResponseAction.SUCCESS;
  }

  private static ErrorKind kind(@Nullable Object failure) {
    if ("config_error".equals(failure)) {
      return ErrorKind.CONFIG;
    }
    return "transient_error".equals(failure) ? ErrorKind.TRANSIENT : ErrorKind.SYSTEM;
  }

  @Override
  public @Nullable Double backoff(Answer answer, int attempt) {
    return backoff.seconds(answer, attempt);
  }

  @Override
  public int maxRetries() {
    Integer known = retries;
    if (known == null) {
      Object said = component.call("max_retries", Map.of(), new byte[0]).result();
      known = said instanceof Long number ? Math.clamp(number, 0, Integer.MAX_VALUE) : 5;
      retries = known;
    }
    return known;
  }
}
