package dev.godwit.manifest.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.budget.MovingWindow.Rate;
import dev.godwit.manifest.internal.budget.Policy.Limit;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Limits, against an API that counts.
class ApiLimitsTest {
  private static final long SECOND = 1_000_000;
  private static final Signs SIGNS =
      new Signs("ratelimit-reset", "ratelimit-remaining", Set.of(429));
  private static final Request GET = new Request("GET", "http://x/", Map.of(), null);
  private static final Response GOOD = new Response(200, Map.of(), new byte[0], "http://x/");

  private static Budget budget(Limit limit) {
    return new Budget(List.of(new Policy(List.of(), limit)), SIGNS);
  }

  private static ApiLimits limits(Budget budget, VirtualTime time) {
    return new ApiLimits(budget, new Lanes(1_000), new Time(time, time));
  }

  /// Eight threads of two sources ask as fast as they may. The API sees each call a little later
  /// than it was sent.
  @ParameterizedTest
  @CsvSource({"10, 1", "100, 60", "7, 2", "1, 1", "3, 3600"})
  void noWindowSeesMoreCallsThanAllowedAndHardlyLess(int limit, int seconds) throws Exception {
    int threads = 8;
    int calls = limit * 20;
    VirtualTime time = new VirtualTime(threads);
    Budget shared = budget(new Limit.Moving(List.of(new Rate(limit, seconds * SECOND))));
    List<ApiLimits> sources = List.of(limits(shared, time), limits(shared, time));
    List<Instant> seen = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    Instant begun = time.instant();
    for (int i = 0; i < threads; i++) {
      ApiLimits source = sources.get(i % 2);
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(i);
      running.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (ask(source, time, random, seen, calls)) {
                    // Goes on.
                  }
                } finally {
                  time.leave();
                }
              }));
    }
    for (Thread thread : running) {
      thread.join();
    }
    assertNeverMoreThan(limit, Duration.ofSeconds(seconds), seen);
    double windows = (double) Duration.between(begun, time.instant()).toMillis() / seconds / 1_000;
    assertThat(seen.size() / ((windows + 1) * limit)).isGreaterThan(0.95);
  }

  private static boolean ask(
      ApiLimits source, VirtualTime time, RandomGenerator random, List<Instant> seen, int calls) {
    try {
      source.send(
          GET,
          wait -> {},
          request -> {
            try {
              time.sleep(Duration.ofMillis(random.nextInt(5)));
              synchronized (seen) {
                seen.add(time.instant());
              }
              time.sleep(Duration.ofMillis(random.nextInt(5)));
              return GOOD;
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    synchronized (seen) {
      return seen.size() < calls;
    }
  }

  private static void assertNeverMoreThan(int limit, Duration interval, List<Instant> seen) {
    List<Instant> sorted = seen.stream().sorted().toList();
    for (int i = limit; i < sorted.size(); i++) {
      assertThat(Duration.between(sorted.get(i - limit), sorted.get(i)))
          .isGreaterThanOrEqualTo(interval);
    }
  }

  @Test
  void aFullPeriodIsWaitedForAndTheNextOneBeginsAtItsEnd() throws Exception {
    VirtualTime time = new VirtualTime(1);
    ApiLimits limits = limits(budget(new Limit.Fixed(2, 60 * SECOND)), time);
    for (int i = 0; i < 5; i++) {
      limits.send(GET, wait -> {}, request -> GOOD);
    }
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(60));
  }

  @Test
  void theApiSaysWhenAPeriodEndsAndHowMuchIsLeft() throws Exception {
    VirtualTime time = new VirtualTime(1);
    long reset = time.instant().getEpochSecond() + 17;
    ApiLimits limits = limits(budget(new Limit.Fixed(100, 60 * SECOND)), time);
    Response last =
        new Response(
            200,
            Map.of("ratelimit-remaining", "0", "ratelimit-reset", Long.toString(reset)),
            new byte[0],
            "http://x/");
    limits.send(GET, wait -> {}, request -> last);
    limits.send(GET, wait -> {}, request -> GOOD);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void secondsUntilThePeriodEndsAreUnderstoodToo() throws Exception {
    VirtualTime time = new VirtualTime(1);
    ApiLimits limits = limits(budget(new Limit.Fixed(100, 60 * SECOND)), time);
    Response last = new Response(429, Map.of("ratelimit-reset", "30"), new byte[0], "http://x/");
    limits.send(GET, wait -> {}, request -> last);
    limits.send(GET, wait -> {}, request -> GOOD);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void anAnswerThatMoreIsLeftChangesNothing() throws Exception {
    VirtualTime time = new VirtualTime(1);
    ApiLimits limits = limits(budget(new Limit.Fixed(1, 60 * SECOND)), time);
    Response much =
        new Response(200, Map.of("ratelimit-remaining", "99"), new byte[0], "http://x/");
    limits.send(GET, wait -> {}, request -> much);
    limits.send(GET, wait -> {}, request -> GOOD);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void aComplaintFillsAMovingWindow() throws Exception {
    VirtualTime time = new VirtualTime(1);
    ApiLimits limits = limits(budget(new Limit.Moving(List.of(new Rate(100, 10 * SECOND)))), time);
    limits.send(GET, wait -> {}, request -> new Response(429, Map.of(), new byte[0], "http://x/"));
    limits.send(GET, wait -> {}, request -> GOOD);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void theFirstPolicyThatFitsCounts() throws Exception {
    VirtualTime time = new VirtualTime(1);
    RequestMatcher free = new RequestMatcher(null, null, "free", Map.of(), Map.of(), 1);
    Budget budget =
        new Budget(
            List.of(
                new Policy(List.of(free), new Limit.None()),
                new Policy(List.of(), new Limit.Fixed(1, 60 * SECOND))),
            SIGNS);
    ApiLimits limits = limits(budget, time);
    for (int i = 0; i < 10; i++) {
      limits.send(new Request("GET", "http://x/free", Map.of(), null), wait -> {}, any -> GOOD);
    }
    limits.send(GET, wait -> {}, request -> GOOD);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void aCallThatCountsForMoreThanIsAllowedIsAMistake() {
    VirtualTime time = new VirtualTime(1);
    RequestMatcher heavy = new RequestMatcher(null, null, null, Map.of(), Map.of(), 6);
    Budget budget =
        new Budget(List.of(new Policy(List.of(heavy), new Limit.Fixed(5, SECOND))), SIGNS);
    assertThatThrownBy(() -> limits(budget, time).send(GET, wait -> {}, request -> GOOD))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("budget.weight"));
  }

  @Test
  void aRedirectionCountsToo() throws Exception {
    VirtualTime time = new VirtualTime(1);
    ApiLimits limits = limits(budget(new Limit.Fixed(1, 60 * SECOND)), time);
    limits.send(GET, wait -> {}, request -> GOOD);
    limits.follow(GET, request -> GOOD);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(60));
  }
}
