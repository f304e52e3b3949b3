package dev.godwit.manifest.internal.auth;

import dev.godwit.core.Pause;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Address;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Timeouts;
import dev.godwit.manifest.internal.retry.Answer;
import dev.godwit.manifest.internal.retry.ErrorHandler;
import dev.godwit.manifest.internal.retry.Resolution;
import dev.godwit.manifest.internal.retry.RetryLoop;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks the API what is left of a token's quotas. Thread-safe.
final class QuotaStatus {
  /// The request.
  ///
  /// @param unavailable statuses that mean that the API does not count
  record Question(
      String method, String url, Map<String, String> headers, List<Integer> unavailable) {}

  /// Nobody counts what these questions cost.
  private static final RetryLoop.Waits UNHEARD =
      new RetryLoop.Waits() {
        @Override
        public void rateLimited() {}

        @Override
        public void waits(Pause pause) {}
      };

  private final Question question;
  private final AuthContext context;
  private final RetryLoop retries;

  /// @param handler decides about answers as where a manifest says nothing
  QuotaStatus(Question question, AuthContext context, ErrorHandler handler) {
    this.question = question;
    this.context = context;
    this.retries =
        new RetryLoop(
            new Indulgent(question.unavailable(), handler),
            context.surroundings().sleeper(),
            context.surroundings().log());
  }

  /// Lets statuses pass that mean that nothing is counted.
  private record Indulgent(List<Integer> unavailable, ErrorHandler handler)
      implements ErrorHandler {
    @Override
    public Resolution interpret(Answer answer) {
      return answer instanceof Answer.Received(Response response)
              && unavailable.contains(response.status())
          ? new Resolution(ResponseAction.IGNORE, ErrorKind.TRANSIENT, "")
          : handler.interpret(answer);
    }

    @Override
    public @Nullable Double backoff(Answer answer, int attempt) {
      return handler.backoff(answer, attempt);
    }

    @Override
    public int maxRetries() {
      return handler.maxRetries();
    }
  }

  /// The levels of a token's quotas, by their names.
  ///
  /// @throws GodwitException SYSTEM `auth.quota` when the answer lacks one
  Map<String, QuotaLevel> levels(String header, String credential, List<Quota> quotas)
      throws InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(question.headers());
    headers.keySet().removeIf(header::equalsIgnoreCase);
    headers.put(header, credential);
    Request request =
        new Request(question.method(), Address.withQuery(question.url(), Map.of()), headers, null);
    Session session = new Session(Timeouts.DEFAULT);
    Response response =
        retries.send(request, () -> context.transport().send(request, session), UNHEARD).response();
    OffsetDateTime now = Moments.now(context.surroundings().clock());
    Map<String, QuotaLevel> levels = new HashMap<>();
    boolean counted = !question.unavailable().contains(response.status());
    Object body = counted ? json(request, response) : null;
    for (Quota quota : quotas) {
      levels.put(quota.name(), counted ? level(request, body, quota) : QuotaLevel.untracked(now));
    }
    return levels;
  }

  private static @Nullable Object json(Request request, Response response) {
    try {
      return JsonParser.LENIENT.parse(response.body());
    } catch (GodwitException notJson) {
      throw unreadable(request, "it is not JSON");
    }
  }

  private static QuotaLevel level(Request request, @Nullable Object body, Quota quota) {
    Quota.Paths paths = quota.paths();
    long remaining = number(request, body, paths.remaining());
    OffsetDateTime reset = Moments.parse(at(request, body, paths.reset()));
    if (reset == null) {
      throw unreadable(request, String.join(".", paths.reset()) + " is no date");
    }
    List<String> limitPath = paths.limit();
    long limit =
        limitPath == null || limitPath.isEmpty() ? remaining : number(request, body, limitPath);
    return QuotaLevel.of(remaining, reset, limit);
  }

  private static long number(Request request, @Nullable Object body, List<String> path) {
    Object value = at(request, body, path);
    Long number =
        switch (value) {
          case Long whole -> whole;
          case Double real -> (Long) real.longValue();
          case String text -> Numerals.whole(text);
          case null, default -> null;
        };
    if (number == null) {
      throw unreadable(request, String.join(".", path) + " is no number");
    }
    return number;
  }

  private static @Nullable Object at(Request request, @Nullable Object body, List<String> path) {
    Object value = body;
    for (String key : path) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey(key)) {
        throw unreadable(request, "it has no " + String.join(".", path));
      }
      value = map.get(key);
    }
    return value;
  }

  private static GodwitException unreadable(Request request, String why) {
    return GodwitException.system(
            "auth.quota", "The answer about token quotas cannot be used: " + why + ".")
        .at(Place.request(request.describe()))
        .hint("Check the paths of the quotas in the manifest.");
  }
}
