package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.retry.Renewal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bearer token that is fetched anew when it has run out. However many threads need one, one of
/// them fetches it and the others wait.
final class OAuthBearer implements Authenticator {
  /// What the endpoint's answer calls its parts.
  ///
  /// @param refresh null where answers bring no refresh token
  record Names(String access, String expiry, boolean expiryIsMoment, @Nullable String refresh) {}

  /// How long a token counts whose expiry nobody tells.
  private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

  private static final String AUTHORIZATION = "Authorization";

  private final Tokens tokens;
  private final @Nullable TokenEndpoint endpoint;
  private final Supplier<Names> names;
  private final Clock clock;
  private final Log log;
  private final Secrets secrets;
  private final ReentrantLock refreshing;

  /// @param endpoint null where the given token is all there is
  OAuthBearer(
      Tokens tokens, @Nullable TokenEndpoint endpoint, Supplier<Names> names, AuthContext context) {
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.names = names;
    this.clock = context.surroundings().clock();
    this.log = context.surroundings().log();
    this.secrets = context.secrets();
    this.refreshing = context.refreshing();
  }

  @Override
  public Map<String, String> headers() throws InterruptedException {
    TokenEndpoint asked = endpoint;
    if (asked != null && hasExpired()) {
      refreshing.lockInterruptibly();
      try {
        if (hasExpired()) {
          fetch(asked);
        }
      } finally {
        refreshing.unlock();
      }
    }
    return Map.of(AUTHORIZATION, "Bearer " + Repr.str(tokens.access()));
  }

  /// Fetches a token though the old one has not run out, unless another thread has done so since
  /// the request was sent.
  @Override
  public Renewal renew(Request refused) throws InterruptedException {
    TokenEndpoint asked = endpoint;
    if (asked == null) {
      log.warn("The API refuses the token, and there is no token_refresh_endpoint to renew it.");
      return Renewal.FAILED;
    }
    try {
      String sent = refused.headers().get(AUTHORIZATION);
      if (sent == null || sent.equals(headers().get(AUTHORIZATION))) {
        replace(asked, tokens.access());
      }
      return Renewal.RENEWED;
    } catch (GodwitException e) {
      if (e.kind() == ErrorKind.CONFIG) {
        throw e;
      }
      log.warn(e.message() + " Trying again with the old token.");
      return Renewal.FAILED;
    }
  }

  private void replace(TokenEndpoint asked, @Nullable Object refused) throws InterruptedException {
    refreshing.lockInterruptibly();
    try {
      if (Objects.equals(tokens.access(), refused)) {
        fetch(asked);
      }
    } finally {
      refreshing.unlock();
    }
  }

  private boolean hasExpired() {
    OffsetDateTime expiry = tokens.expiry();
    return expiry == null || Moments.now(clock).isAfter(expiry);
  }

  private void fetch(TokenEndpoint asked) throws InterruptedException {
    TokenAnswer answer = asked.ask();
    Names called = names.get();
    Object access = answer.find(called.access());
    if (access == null || !Truth.of(access)) {
      throw GodwitException.system(
              "auth.token-answer", "The token endpoint's answer has no '" + called.access() + "'.")
          .hint("Check access_token_name of the authenticator.");
    }
    String name = called.refresh();
    Object refresh = name == null ? null : answer.find(name);
    secrets.learn(access);
    secrets.learn(refresh);
    tokens.keep(access, expiry(answer, called), refresh);
  }

  private OffsetDateTime expiry(TokenAnswer answer, Names called) {
    OffsetDateTime now = Moments.now(clock);
    OffsetDateTime told = answer.expiry(called.expiry(), called.expiryIsMoment(), now);
    if (told != null) {
      return told;
    }
    return hasExpired()
        ? now.plus(DEFAULT_LIFE)
        : Objects.requireNonNull(tokens.expiry(), "a token that counts has an expiry");
  }

  @Override
  public void addTo(Draft draft) {}
}
