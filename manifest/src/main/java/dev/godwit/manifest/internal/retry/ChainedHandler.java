package dev.godwit.manifest.internal.retry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several handlers: the first that succeeds, retries, ignores or resets decides; if none does, the
/// last one.
///
/// Each handler ends in the status table, so a later handler hears only of what the earlier ones
/// let fail or call a rate limit. That is the reference's behaviour.
record ChainedHandler(List<ErrorHandler> handlers) implements ErrorHandler {
  @Override
  public Resolution interpret(Answer answer) {
    Resolution last = Resolution.SUCCESS;
    for (ErrorHandler handler : handlers) {
      last = handler.interpret(answer);
      if (decides(last)) {
        return last;
      }
    }
    return last;
  }

  private static boolean decides(Resolution resolution) {
    return switch (resolution.action()) {
      case SUCCESS, RETRY, IGNORE, RESET_PAGINATION, REDUCE_PAGE_SIZE, SPLIT_REQUEST_WINDOW -> true;
      case FAIL, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY -> false;
    };
  }

  @Override
  public @Nullable Double backoff(Answer answer, int attempt) {
    for (ErrorHandler handler : handlers) {
      Double seconds = handler.backoff(answer, attempt);
      if (seconds != null) {
        return seconds;
      }
    }
    return null;
  }

  @Override
  public int maxRetries() {
    return handlers.getFirst().maxRetries();
  }
}
