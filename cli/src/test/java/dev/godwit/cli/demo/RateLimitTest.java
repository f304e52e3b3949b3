package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong nanoTime = new AtomicLong(42);
  private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(1), nanoTime::get);

  @Test
  void letsABurstPassAndThenAsksForThePause() {
    assertThat(limit.admit()).isZero();
    assertThat(limit.admit()).isZero();
    assertThat(limit.admit()).isZero();

    assertThat(limit.admit()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void asksForWhatIsLeftOfThePause() {
    useUp();
    nanoTime.addAndGet(Duration.ofMillis(300).toNanos());

    assertThat(limit.admit()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void letsTheNextBurstPassAfterThePause() {
    useUp();
    nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());

    useUp();
    assertThat(limit.admit()).isPositive();
  }

  private void useUp() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.admit()).isZero();
    }
  }
}
