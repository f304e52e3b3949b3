package dev.godwit.storage.gcs;

import com.google.api.client.http.HttpResponseException;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Attempts;
import java.io.IOException;
import java.util.Set;

/// Says what Google has refused. Codes:
/// https://cloud.google.com/storage/docs/json_api/v1/status-codes
final class GcsFailures extends Attempts {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final Set<Integer> CHANGED = Set.of(304, 412);

  GcsFailures(Address address) {
    super(address);
  }

  @Override
  protected boolean isChanged(Exception e) {
    return e instanceof HttpResponseException refused && CHANGED.contains(refused.getStatusCode());
  }

  @Override
  protected boolean isMissing(Exception e) {
    return e instanceof HttpResponseException refused
        && refused.getStatusCode() == NOT_FOUND
        && !content(refused).contains("bucket does not exist");
  }

  private static String content(HttpResponseException e) {
    return e.getContent() == null ? "" : e.getContent();
  }

  @Override
  protected GodwitException failed(Exception e) {
    if (e instanceof HttpResponseException refused) {
      return refused(refused);
    }
    return e instanceof IOException && isOfCredentials(e)
        ? refusedCredentials(e)
        : failures.notAsked(e);
  }

  private GodwitException refused(HttpResponseException e) {
    return switch (e.getStatusCode()) {
      case NOT_FOUND -> failures.noBucket(e);
      case UNAUTHORIZED -> failures.wrongCredentials("", e);
      case BAD_REQUEST -> isOfCredentials(e) ? refusedCredentials(e) : other(e);
      case FORBIDDEN -> content(e).contains("ateLimitExceeded") ? other(e) : failures.denied("", e);
      default -> other(e);
    };
  }

  private GodwitException other(HttpResponseException e) {
    return failures.refused("status " + e.getStatusCode() + " " + e.getStatusMessage(), e);
  }

  /// Tokens are asked for before the request itself.
  private static boolean isOfCredentials(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException refused && content(refused).contains("invalid_")) {
        return true;
      }
    }
    return false;
  }

  /// A signed request for a token names the time.
  private GodwitException refusedCredentials(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException refused
          && content(refused).contains("reasonable timeframe")) {
        return failures.clock(e);
      }
    }
    return failures.wrongCredentials("", e);
  }
}
