package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reference's default handler: filters in their order, then success below 400, then the status
/// table.
record FilteringHandler(List<ResponseFilter> filters, List<Backoff> backoffs, int maxRetries)
    implements ErrorHandler {
  @Override
  public Resolution interpret(Answer answer) {
    return switch (answer) {
      case Answer.Received(Response response) -> {
        for (ResponseFilter filter : filters) {
          Resolution resolution = filter.resolve(response);
          if (resolution != null) {
            yield resolution;
          }
        }
        yield response.ok() ? Resolution.SUCCESS : StatusTable.resolve(answer);
      }
      case Answer.Failed _ -> StatusTable.resolve(answer);
    };
  }

  @Override
  public @Nullable Double backoff(Answer answer, int attempt) {
    for (Backoff backoff : backoffs) {
      Double seconds = backoff.seconds(answer, attempt);
      if (seconds != null && seconds != 0) {
        return seconds;
      }
    }
    return null;
  }
}
