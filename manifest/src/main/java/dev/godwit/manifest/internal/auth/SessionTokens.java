package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.decode.Bodies;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.decode.DecoderCompiler;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.spec.SessionTokenAuthenticator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tokens that a login brings. With an expiration, one thread logs in and the others wait for it;
/// without one, every token takes a login of its own, as in the reference. Thread-safe.
final class SessionTokens {
  private record Kept(Object token, OffsetDateTime until) {}

  private final SessionTokenAuthenticator spec;
  private final Decoder decoder;
  private final Logins.Login login;
  private final TreePath path;
  private final @Nullable IsoDuration life;
  private final Clock clock;
  private final Secrets secrets;
  private final ReentrantLock loggingIn = new ReentrantLock();
  private volatile @Nullable Kept kept;

  SessionTokens(SessionTokenAuthenticator spec, Logins.Login login, AuthContext context) {
    this.spec = spec;
    this.login = login;
    this.decoder = new DecoderCompiler(context.surroundings().log()).compile(spec.decoder());
    this.path = TreePath.of(spec.sessionTokenPath());
    this.life = life(spec);
    this.clock = context.surroundings().clock();
    this.secrets = context.secrets();
  }

  private static @Nullable IsoDuration life(SessionTokenAuthenticator spec) {
    String declared = spec.expirationDuration();
    if (declared == null || declared.isEmpty()) {
      return null;
    }
    try {
      return IsoDuration.parse(declared);
    } catch (PythonException e) {
      throw GodwitException.config(
              "manifest.bad-duration",
              "expiration_duration is no ISO 8601 duration: '" + declared + "'.")
          .at(spec.origin().place("expiration_duration"));
    }
  }

  /// Whether a token serves more than once.
  boolean areKept() {
    return life != null;
  }

  /// A token that counts now.
  ///
  /// @throws GodwitException SYSTEM `auth.session-token` when the login brings none
  Object get() throws InterruptedException {
    IsoDuration lasting = life;
    if (lasting == null) {
      return fetch();
    }
    Object known = known();
    if (known != null) {
      return known;
    }
    loggingIn.lockInterruptibly();
    try {
      known = known();
      if (known == null) {
        known = fetch();
        kept = new Kept(known, lasting.addTo(Moments.now(clock)));
      }
      return known;
    } finally {
      loggingIn.unlock();
    }
  }

  private @Nullable Object known() {
    Kept now = kept;
    return now == null || now.until().isBefore(Moments.now(clock)) ? null : now.token();
  }

  private Object fetch() throws InterruptedException {
    Object token = path.find(firstValue(login.send()), null);
    if (token == null) {
      throw GodwitException.system(
              "auth.session-token", "The answer to the login has nothing at " + path + ".")
          .at(spec.origin().place("session_token_path"))
          .hint("Check session_token_path, and the user and password in the configuration.");
    }
    secrets.learn(token);
    return token;
  }

  /// A list counts as its elements, what cannot be decoded as an empty object.
  private @Nullable Object firstValue(Response response) {
    try (Bodies bodies = decoder.open(response)) {
      Body body = bodies.next();
      return body == null ? Map.of() : body.first();
    }
  }
}
