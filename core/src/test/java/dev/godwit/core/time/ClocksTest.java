package dev.godwit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClocksTest {
  @Test
  void timeStandsStillWhereTheVariableSaysSo() {
    Clock clock = Clocks.fromEnvironment(Map.of("GODWIT_NOW", "2024-06-01T10:00:00Z"));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2024-06-01T10:00:00Z"));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void withoutTheVariableTimeIsTheSystems() {
    assertThat(Clocks.fromEnvironment(Map.of())).isEqualTo(Clock.systemUTC());
    assertThat(Clocks.fromEnvironment(Map.of("GODWIT_NOW", ""))).isEqualTo(Clock.systemUTC());
  }

  @Test
  void aVariableThatIsNoInstantIsRefused() {
    assertThatThrownBy(() -> Clocks.fromEnvironment(Map.of("GODWIT_NOW", "yesterday")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo("clock.bad-now");
              assertThat(error.describe()).contains("yesterday", "2024-06-01T00:00:00Z");
            });
  }

  @Test
  void theRealSleeperReturnsAtOnceWhereThereIsNothingToWaitFor() throws InterruptedException {
    Sleeper.real().sleep(Duration.ZERO);
    Sleeper.real().sleep(Duration.ofDays(-1));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theRealSleeperWakesUpWhenItIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Sleeper.real().sleep(Duration.ofDays(1)))
        .isInstanceOf(InterruptedException.class);
  }
}
