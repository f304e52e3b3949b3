package dev.godwit.manifest.internal.retry;

import dev.godwit.core.Pause;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Sleeper;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sends a request until its answer can be used, as often and as slowly as the error handler wants.
public final class RetryLoop {
  /// Long enough to keep an authenticator that is mistaken from asking without a pause.
  private static final Double ROTATION_SECONDS = 0.1;

  private final ErrorHandler handler;
  private final Sleeper sleeper;
  private final Log log;

  public RetryLoop(ErrorHandler handler, Sleeper sleeper, Log log) {
    this.handler = handler;
    this.sleeper = sleeper;
    this.log = log;
  }

  /// One attempt; it makes the request anew each time, since credentials may have changed.
  @FunctionalInterface
  public interface Attempt {
    Response send() throws IOException, InterruptedException;

    /// Makes the credentials anew that the last attempt was refused with.
    ///
    /// @throws GodwitException CONFIG when they cannot be had at all
    default Renewal renew() throws InterruptedException {
      return Renewal.IMPOSSIBLE;
    }

    /// Whether the next attempt would go out with a credential whose limit is not reached.
    default boolean hasAnother() {
      return false;
    }
  }

  /// Hears of what makes requests wait.
  public interface Waits {
    /// An answer says that the API has been asked too often.
    void rateLimited();

    /// A wait before another attempt begins.
    void waits(Pause pause);
  }

  /// The response to use. It may have an error status that the manifest ignores, or ask for
  /// something else than an attempt: smaller pages, a shorter interval, paging from the start.
  ///
  /// @throws GodwitException of the kind that the manifest or the status table gives
  public Settled send(Request request, Attempt attempt, Waits waits) throws InterruptedException {
    Patience patience = new Patience(handler.maxRetries(), System::nanoTime);
    Renewal renewed = Renewal.IMPOSSIBLE;
    while (true) {
      patience.attemptBegins();
      Answer answer = answer(attempt);
      Resolution resolution = handler.interpret(answer);
      if (resolution.action() == ResponseAction.RATE_LIMITED) {
        waits.rateLimited();
      }
      if (isFinal(resolution.action())) {
        return new Settled(usable(request, answer, resolution), resolution);
      }
      if (resolution.action() == ResponseAction.REFRESH_TOKEN_THEN_RETRY) {
        renewed = renew(attempt, renewed, request);
      }
      Double asked =
          resolution.action() == ResponseAction.RATE_LIMITED && attempt.hasAnother()
              ? ROTATION_SECONDS
              : handler.backoff(answer, patience.attempts());
      Double wait = patience.next(resolution.action(), asked);
      if (wait == null) {
        String tried = " Tried %d times.".formatted(patience.tried());
        throw failed(request, answer, resolution, tried);
      }
      discard(answer);
      pause(request, resolution, wait, waits);
    }
  }

  /// Credentials are made anew once for a request; refused again, they will not get better.
  private Renewal renew(Attempt attempt, Renewal before, Request request)
      throws InterruptedException {
    switch (before) {
      case RENEWED ->
          throw GodwitException.config(
                  "auth.token-refused", "The API refuses the access token that was just renewed.")
              .at(Place.request(request.describe()))
              .hint("Check the rights of the client and its scopes.");
      case FAILED ->
          throw GodwitException.transientError(
                  "auth.token-failed",
                  "The API refuses the access token, and there is no new one to be had.")
              .at(Place.request(request.describe()))
              .hint("The provider of tokens may recover: run again later.");
      case IMPOSSIBLE -> {}
    }
    Renewal renewal = attempt.renew();
    if (renewal == Renewal.IMPOSSIBLE) {
      log.warn("The authenticator has no token that could be renewed; trying again without.");
    }
    return renewal;
  }

  private static Answer answer(Attempt attempt) throws InterruptedException {
    try {
      return new Answer.Received(attempt.send());
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      return new Answer.Failed(e);
    }
  }

  /// A body that nobody will read must not hold its connection.
  private static void discard(Answer answer) {
    switch (answer) {
      case Answer.Received(Response response) -> response.close();
      case Answer.Failed _ -> {}
    }
  }

  private static boolean isFinal(ResponseAction action) {
    return switch (action) {
      case RETRY, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY -> false;
      case SUCCESS, FAIL, IGNORE, RESET_PAGINATION, REDUCE_PAGE_SIZE, SPLIT_REQUEST_WINDOW -> true;
    };
  }

  private Response usable(Request request, Answer answer, Resolution resolution) {
    if (resolution.action() == ResponseAction.IGNORE) {
      log.info("Ignoring the answer to " + request.describe() + ". " + resolution.message());
    }
    return switch (answer) {
      case Answer.Received(Response response) when resolution.action() != ResponseAction.FAIL ->
          response;
      case Answer.Received _, Answer.Failed _ -> throw failed(request, answer, resolution, "");
    };
  }

  private void pause(Request request, Resolution resolution, double seconds, Waits waits)
      throws InterruptedException {
    Duration wait = Duration.ofNanos((long) (seconds * 1e9));
    log.info(
        "%s: %s Trying again in %.1f s."
            .formatted(request.describe(), resolution.message(), seconds));
    waits.waits(new Pause(reason(resolution.action()), wait));
    sleeper.sleep(wait);
  }

  private static Pause.Reason reason(ResponseAction action) {
    return action == ResponseAction.RATE_LIMITED ? Pause.Reason.RATE_LIMIT : Pause.Reason.RETRY;
  }

  private static GodwitException failed(
      Request request, Answer answer, Resolution resolution, String suffix) {
    return switch (answer) {
      case Answer.Failed(IOException cause) ->
          GodwitException.transientError(
                  "http.unreachable",
                  host(request)
                      + " cannot be reached: "
                      + Unreachable.describe(cause)
                      + "."
                      + suffix)
              .at(Place.request(request.describe()))
              .hint(Unreachable.hint(cause))
              .causedBy(cause);
      case Answer.Received(Response response) -> {
        String said = said(response);
        response.close();
        yield create(resolution.kind(), resolution.message() + said + suffix)
            .at(Place.request(request.describe()))
            .hint(hint(resolution.kind()));
      }
    };
  }

  private static String host(Request request) {
    String host = java.net.URI.create(request.url()).getAuthority();
    return host == null ? request.url() : host;
  }

  private static String said(Response response) {
    @Nullable String said = response.ok() ? null : ErrorMessages.find(response);
    if (said == null || said.isBlank()) {
      return "";
    }
    String line = said.strip().replaceAll("\\s+", " ");
    return " The API says: " + (line.length() > 300 ? line.substring(0, 300) + "…" : line);
  }

  private static GodwitException create(ErrorKind kind, String message) {
    return switch (kind) {
      case CONFIG -> GodwitException.config("http.refused", message);
      case TRANSIENT -> GodwitException.transientError("http.failed", message);
      case SYSTEM -> GodwitException.system("http.failed", message);
      case CONTRACT -> GodwitException.contract("http.failed", message);
    };
  }

  private static String hint(ErrorKind kind) {
    return switch (kind) {
      case CONFIG -> "Check the credentials and their rights in the configuration.";
      case TRANSIENT -> "The API may recover: run again later.";
      case SYSTEM, CONTRACT -> "Check the request in the manifest against the API's documentation.";
    };
  }
}
