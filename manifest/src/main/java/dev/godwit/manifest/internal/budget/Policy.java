package dev.godwit.manifest.internal.budget;

import dev.godwit.manifest.internal.http.Request;
import java.util.List;

/// A limit, and the requests that it counts for: all where there are no matchers. Two policies are
/// equal when they say the same.
record Policy(List<RequestMatcher> matchers, Limit limit) {
  /// How many calls are allowed.
  sealed interface Limit {
    /// A counter of this limit that has counted nothing yet.
    Window window();

    record None() implements Limit {
      @Override
      public Window window() {
        return new Unlimited();
      }
    }

    /// A number of calls per period.
    ///
    /// @param period in microseconds
    record Fixed(int calls, long period) implements Limit {
      @Override
      public Window window() {
        return new FixedWindow(calls, period);
      }
    }

    record Moving(List<MovingWindow.Rate> rates) implements Limit {
      @Override
      public Window window() {
        return new MovingWindow(rates);
      }
    }
  }

  boolean matches(Request request) {
    return matchers.isEmpty() || matchers.stream().anyMatch(matcher -> matcher.matches(request));
  }

  /// As much as the first matcher says that recognises the request.
  int weight(Request request) {
    return matchers.stream()
        .filter(matcher -> matcher.matches(request))
        .mapToInt(RequestMatcher::weight)
        .findFirst()
        .orElse(1);
  }
}
