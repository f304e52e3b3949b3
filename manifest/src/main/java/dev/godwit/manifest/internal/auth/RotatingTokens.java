package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Several tokens that are worth the same, each with quotas of its own. A request goes out with the
/// token of the moment; when its quota is used up, the next token's turn comes, and when all are
/// used up, requests wait for the earliest reset. Shared by all streams; thread-safe.
final class RotatingTokens implements Authenticator {
  /// How tokens are sent and how long is waited.
  ///
  /// @param mostWait how long one request may wait for quotas altogether
  /// @param reserve part of a quota below which calls are spread over the time to the reset
  /// @param leastReserve the same as a number of calls
  record Rules(
      List<String> tokens,
      String method,
      String header,
      Duration mostWait,
      double reserve,
      int leastReserve) {}

  /// Seconds between requests when quotas run low.
  private static final double MOST_DELAY = 10;

  /// Longer waits are taken in parts of so many seconds.
  private static final double MOST_SLEEP = 60;

  /// Delays below this are not worth a pause.
  private static final double LEAST_DELAY = 0.1;

  /// So that a reset which lies in the past does not make the quotas be asked about without end.
  private static final double LEAST_WAIT = 5;

  private final Rules rules;
  private final List<Quota> quotas;
  private final QuotaStatus status;
  private final Surroundings surroundings;
  private final ReentrantLock asking = new ReentrantLock();

  /// Guarded by itself; empty until the API has been asked.
  private final Map<String, Map<String, QuotaLevel>> levels = new LinkedHashMap<>();

  private int turn;
  private boolean delayTold;
  private boolean strangerTold;
  private boolean untrackedTold;

  RotatingTokens(Rules rules, List<Quota> quotas, QuotaStatus status, Surroundings surroundings) {
    this.rules = rules;
    this.quotas = quotas;
    this.status = status;
    this.surroundings = surroundings;
  }

  @Override
  public Map<String, String> headers() {
    synchronized (levels) {
      return Map.of(rules.header(), credential(active()));
    }
  }

  private String active() {
    return rules.tokens().get(turn);
  }

  private void rotate() {
    turn = (turn + 1) % rules.tokens().size();
  }

  private String credential(String token) {
    return (rules.method() + " " + token).strip();
  }

  @Override
  public void addTo(Draft draft) {}

  @Override
  public Request sign(Request request) throws InterruptedException {
    askFirst();
    String token = acquire(quota(request));
    return Authenticator.withHeaders(request, Map.of(rules.header(), credential(token)));
  }

  private Quota quota(Request request) {
    Quota everythingElse = null;
    for (Quota quota : quotas) {
      if (quota.recognises(request)) {
        return quota;
      }
      if (quota.matchers().isEmpty() && everythingElse == null) {
        everythingElse = quota;
      }
    }
    if (everythingElse != null) {
      return everythingElse;
    }
    Quota first = quotas.getFirst();
    synchronized (levels) {
      if (!strangerTold) {
        strangerTold = true;
        surroundings
            .log()
            .warn(
                "No quota recognises %s; it counts for '%s'."
                    .formatted(request.describe(), first.name()));
      }
    }
    return first;
  }

  /// What a request has to do before it goes out.
  private sealed interface Step {
    record Go(String token, double delay) implements Step {}

    record Wait(double seconds) implements Step {}
  }

  /// Takes one call of a quota and gives the token that pays for it.
  private String acquire(Quota quota) throws InterruptedException {
    double waited = 0;
    while (true) {
      switch (step(quota, waited)) {
        case Step.Go(String token, double delay) -> {
          pause(delay, quota);
          return token;
        }
        case Step.Wait(double seconds) -> {
          surroundings
              .log()
              .info(
                  "The quota '%s' of all tokens is used up. Waiting %.0f s for its reset."
                      .formatted(quota.name(), seconds));
          sleep(seconds);
          waited += seconds;
          askAgain(quota);
        }
      }
    }
  }

  private void sleep(double seconds) throws InterruptedException {
    for (double left = seconds; left > 0; left -= MOST_SLEEP) {
      double part = Math.min(left, MOST_SLEEP);
      surroundings.sleeper().sleep(Duration.ofNanos((long) (part * 1e9)));
    }
  }

  private Step step(Quota quota, double waited) {
    synchronized (levels) {
      for (int turns = 0; turns < rules.tokens().size(); turns++) {
        String token = active();
        QuotaLevel level = level(token, quota);
        if (!level.isTracked()) {
          rotate();
          return new Step.Go(token, 0);
        }
        if (level.hasCalls()) {
          level.take();
          return new Step.Go(token, delay(quota, level));
        }
        rotate();
      }
      return new Step.Wait(toReset(quota, waited));
    }
  }

  private QuotaLevel level(String token, Quota quota) {
    Map<String, QuotaLevel> ofToken = levels.get(token);
    QuotaLevel level = ofToken == null ? null : ofToken.get(quota.name());
    return level == null ? QuotaLevel.untracked(now()) : level;
  }

  private OffsetDateTime now() {
    return Moments.now(surroundings.clock());
  }

  private double toReset(Quota quota, double waited) {
    OffsetDateTime now = now();
    double earliest =
        rules.tokens().stream()
            .mapToDouble(token -> level(token, quota).secondsToReset(now))
            .min()
            .orElse(0);
    double left = rules.mostWait().toNanos() / 1e9 - waited;
    if (left <= 0 || earliest >= left) {
      throw GodwitException.transientError(
              "auth.quota", "The quota '" + quota.name() + "' of all tokens is used up.")
          .hint("Run again after the API's limits have been reset, or raise max_wait_time.");
    }
    return Math.min(Math.max(earliest, LEAST_WAIT), left);
  }

  /// The last calls of all tokens are spread over the time to the reset.
  private double delay(Quota quota, QuotaLevel active) {
    long remaining = 0;
    for (String token : rules.tokens()) {
      QuotaLevel level = level(token, quota);
      if (!level.isTracked() || !level.isLow(rules.reserve(), rules.leastReserve())) {
        return 0;
      }
      remaining += level.remaining();
    }
    double seconds = active.secondsToReset(now());
    return remaining <= 0 || seconds <= 0 ? 0 : Math.min(seconds / remaining, MOST_DELAY);
  }

  private void pause(double delay, Quota quota) throws InterruptedException {
    if (delay < LEAST_DELAY) {
      return;
    }
    synchronized (levels) {
      if (!delayTold) {
        delayTold = true;
        surroundings
            .log()
            .info(
                "The quota '%s' runs low: requests go out with pauses of %.1f s."
                    .formatted(quota.name(), delay));
      }
    }
    sleep(delay);
  }

  private void askFirst() throws InterruptedException {
    if (isAsked()) {
      return;
    }
    asking.lockInterruptibly();
    try {
      if (!isAsked()) {
        ask();
      }
    } finally {
      asking.unlock();
    }
  }

  private boolean isAsked() {
    synchronized (levels) {
      return !levels.isEmpty();
    }
  }

  /// One thread asks; the others find its answer.
  private void askAgain(Quota quota) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      boolean usedUp;
      synchronized (levels) {
        usedUp = rules.tokens().stream().allMatch(token -> level(token, quota).isUsedUp());
      }
      if (usedUp) {
        ask();
      }
    } finally {
      asking.unlock();
    }
  }

  private void ask() throws InterruptedException {
    Map<String, Map<String, QuotaLevel>> fresh = new LinkedHashMap<>();
    for (String token : rules.tokens()) {
      fresh.put(token, status.levels(rules.header(), credential(token), quotas));
    }
    synchronized (levels) {
      levels.clear();
      levels.putAll(fresh);
      delayTold = false;
      long untracked =
          fresh.values().stream()
              .filter(of -> of.values().stream().anyMatch(level -> !level.isTracked()))
              .count();
      if (untracked > 0 && !untrackedTold) {
        untrackedTold = true;
        surroundings
            .log()
            .info(
                "The API does not count the calls of %d of %d tokens; they are used in turn."
                    .formatted(untracked, rules.tokens().size()));
      }
    }
  }

  @Override
  public void heard(Request sent, Response response) {
    Quota quota = quota(sent);
    Quota.Signs signs = quota.signs();
    String token = tokenOf(sent);
    if (signs.isEmpty() || token == null) {
      return;
    }
    boolean refused = signs.exhausted().contains(response.status());
    Long told = Numerals.whole(header(response, signs.remaining()));
    Long remaining = told == null && refused ? (Long) 0L : told;
    OffsetDateTime reset = Moments.parse(header(response, signs.reset()));
    Long limit = Numerals.whole(header(response, signs.limit()));
    synchronized (levels) {
      level(token, quota).correct(remaining, reset, limit, refused);
    }
  }

  private static @Nullable String header(Response response, @Nullable String name) {
    return name == null || name.isEmpty() ? null : response.headers().get(name);
  }

  /// Whether the token of the request is used up and another one is not.
  @Override
  public boolean hasAnother(Request limited) {
    Quota quota = quota(limited);
    String sender = tokenOf(limited);
    if (sender == null) {
      return false;
    }
    synchronized (levels) {
      return level(sender, quota).isUsedUp()
          && rules.tokens().stream()
              .anyMatch(token -> !token.equals(sender) && level(token, quota).hasCalls());
    }
  }

  private @Nullable String tokenOf(Request request) {
    String value =
        request.headers().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(rules.header()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    return rules.tokens().stream()
        .filter(token -> credential(token).equals(value))
        .findFirst()
        .orElse(null);
  }
}
