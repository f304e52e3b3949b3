package dev.godwit.manifest.internal.retry;

import static dev.godwit.core.error.ErrorKind.CONFIG;
import static dev.godwit.core.error.ErrorKind.SYSTEM;
import static dev.godwit.core.error.ErrorKind.TRANSIENT;
import static dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction.FAIL;
import static dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction.RATE_LIMITED;
import static dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction.RETRY;

import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What answers mean where the manifest says nothing. The rows are the reference's.
final class StatusTable {
  private static final Map<Integer, Resolution> ROWS =
      Map.ofEntries(
          Map.entry(
              400,
              new Resolution(
                  FAIL, SYSTEM, "HTTP 400: the API calls the request bad. Check its parameters.")),
          Map.entry(
              401,
              new Resolution(FAIL, CONFIG, "HTTP 401: the API does not accept the credentials.")),
          Map.entry(
              403, new Resolution(FAIL, CONFIG, "HTTP 403: the credentials may not read this.")),
          Map.entry(404, new Resolution(FAIL, SYSTEM, "HTTP 404: the API knows no such resource.")),
          Map.entry(
              405,
              new Resolution(FAIL, SYSTEM, "HTTP 405: the API does not allow this method here.")),
          Map.entry(
              408,
              new Resolution(
                  RETRY, TRANSIENT, "HTTP 408: the API waited too long for the request.")),
          Map.entry(429, new Resolution(RATE_LIMITED, TRANSIENT, "HTTP 429: too many requests.")),
          Map.entry(
              500, new Resolution(RETRY, TRANSIENT, "HTTP 500: the API has an internal error.")),
          Map.entry(
              502,
              new Resolution(RETRY, TRANSIENT, "HTTP 502: a gateway got no answer from the API.")),
          Map.entry(503, new Resolution(RETRY, TRANSIENT, "HTTP 503: the API is unavailable.")),
          Map.entry(
              504,
              new Resolution(
                  RETRY, TRANSIENT, "HTTP 504: a gateway waited too long for the API.")));

  private StatusTable() {}

  /// The row of a status, or null where it has none.
  static @Nullable Resolution row(int status) {
    return ROWS.get(status);
  }

  /// The row of an answer; what is in no row is tried again.
  static Resolution resolve(Answer answer) {
    return switch (answer) {
      case Answer.Received(Response response) -> {
        Resolution row = row(response.status());
        yield row != null
            ? row
            : new Resolution(RETRY, SYSTEM, "HTTP " + response.status() + " was not expected.");
      }
      case Answer.Failed(IOException cause) ->
          new Resolution(RETRY, TRANSIENT, Unreachable.describe(cause));
    };
  }
}
