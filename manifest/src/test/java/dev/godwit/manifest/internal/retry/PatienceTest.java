package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long a request is tried, whatever the number of tries.
class PatienceTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Patience patience = new Patience(99, nanos::get);

  private @Nullable Double failAfter(int seconds, ResponseAction action, @Nullable Double asked) {
    patience.attemptBegins();
    Double wait = patience.next(action, asked);
    nanos.addAndGet(seconds * 1_000_000_000L);
    return wait;
  }

  @Test
  void anAttemptThatBeginsAfterTenMinutesIsTheLast() {
    assertThat(failAfter(599, ResponseAction.RETRY, null)).isEqualTo(1.0);
    assertThat(failAfter(1, ResponseAction.RETRY, null)).isEqualTo(1.0);
    assertThat(failAfter(0, ResponseAction.RETRY, null)).isNull();
  }

  @Test
  void rateLimitsKnowNoTime() {
    assertThat(failAfter(5000, ResponseAction.RATE_LIMITED, null)).isEqualTo(1.0);
    assertThat(failAfter(5000, ResponseAction.RATE_LIMITED, null)).isEqualTo(2.0);
    assertThat(failAfter(5000, ResponseAction.RATE_LIMITED, null)).isEqualTo(4.0);
  }

  @Test
  void theManifestsWaitsHaveTenMinutesFromTheLastOtherOne() {
    assertThat(failAfter(400, ResponseAction.RETRY, 300.0)).isEqualTo(301.0);
    assertThat(failAfter(400, ResponseAction.RATE_LIMITED, null)).isEqualTo(1.0);
    assertThat(failAfter(500, ResponseAction.RETRY, 300.0)).isEqualTo(301.0);
    assertThat(failAfter(0, ResponseAction.RETRY, 300.0)).isNull();
  }
}
