package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.component.HostedComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Waits that are decided somewhere else.
record HostedBackoff(HostedComponent component) implements Backoff {
  @Override
  public @Nullable Double seconds(Answer answer, int attempt) {
    Object said =
        HostedAnswers.call(component, "backoff", answer, Map.of("attempt", (long) attempt));
    return said instanceof Number number ? (Double) number.doubleValue() : null;
  }
}
