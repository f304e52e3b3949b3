package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Asks for tokens. A server error, a rate limit or a broken connection is tried again, after waits
/// that are drawn from a range which doubles. Thread-safe.
final class TokenEndpoint {
  /// No attempt begins later than this after the first one.
  private static final double MOST_SECONDS = 300;

  private final TokenForm form;
  private final TokenRefusal refusal;
  private final AuthContext context;

  TokenEndpoint(TokenForm form, TokenRefusal refusal, AuthContext context) {
    this.form = form;
    this.refusal = refusal;
    this.context = context;
  }

  /// Asks until there is an answer.
  ///
  /// @throws GodwitException CONFIG `auth.token-refused` when the endpoint refuses, TRANSIENT
  ///   `auth.token-failed` when there is no answer in time, SYSTEM `auth.token-answer` when the
  ///   answer is no JSON
  TokenAnswer ask() throws InterruptedException {
    Surroundings surroundings = context.surroundings();
    RandomGenerator random = context.scope().environment().random();
    long begun = System.nanoTime();
    double waited = 0;
    for (int attempt = 0; ; attempt++) {
      Request request = form.toRequest();
      form.secrets().forEach(context.secrets()::learn);
      GodwitException failure;
      try {
        Response response = context.transport().send(request, new Session(Timeouts.DEFAULT));
        if (response.ok()) {
          return answer(request, response);
        }
        if (response.status() != 429 && response.status() < 500) {
          throw refusal.error(request, response, context.secrets()::mask);
        }
        failure = failed(request, "HTTP " + response.status());
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw (InterruptedException) new InterruptedException().initCause(e);
        }
        failure = failed(request, e.getClass().getSimpleName()).causedBy(e);
      }
      // Where waiting takes no time, what was waited for counts all the same.
      double elapsed = Math.max(waited, (System.nanoTime() - begun) / 1e9);
      if (elapsed >= MOST_SECONDS) {
        throw failure;
      }
      double range = Math.scalb(1.0, Math.min(attempt, 30));
      double wait = Math.min(random.nextDouble() * range, MOST_SECONDS - elapsed);
      surroundings.log().info("%s Trying again in %.1f s.".formatted(failure.message(), wait));
      surroundings.sleeper().sleep(Duration.ofNanos((long) (wait * 1e9)));
      waited += wait;
    }
  }

  private static TokenAnswer answer(Request request, Response response) {
    try {
      return new TokenAnswer(JsonParser.LENIENT.parse(response.body()));
    } catch (GodwitException notJson) {
      // Its message may show a piece of the answer.
      throw GodwitException.system(
              "auth.token-answer", "The answer of the token endpoint is not JSON.")
          .at(Place.request(request.describe()))
          .hint("Check token_refresh_endpoint.");
    }
  }

  private static GodwitException failed(Request request, String why) {
    return GodwitException.transientError(
            "auth.token-failed", "The token endpoint gave no token: " + why + ".")
        .at(Place.request(request.describe()))
        .hint("The provider may recover: run again later.");
  }
}
