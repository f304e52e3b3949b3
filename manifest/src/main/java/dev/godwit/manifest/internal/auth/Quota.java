package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.http.Request;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One limit that each token of several has of its own.
///
/// @param matchers recognise the requests that use it up; empty for all that no other quota
///   recognises
record Quota(Paths paths, Signs signs, List<Predicate<Request>> matchers, String name) {
  /// Where the answer to a question about quotas has the numbers.
  ///
  /// @param limit null where the limit is what is left at first
  record Paths(List<String> remaining, List<String> reset, @Nullable List<String> limit) {}

  /// What ordinary answers say about a quota: names of headers, and statuses that mean it is used
  /// up.
  record Signs(
      @Nullable String remaining,
      @Nullable String reset,
      @Nullable String limit,
      List<Integer> exhausted) {
    boolean isEmpty() {
      return isAbsent(remaining) && isAbsent(reset) && isAbsent(limit) && exhausted.isEmpty();
    }

    private static boolean isAbsent(@Nullable String header) {
      return header == null || header.isEmpty();
    }
  }

  boolean recognises(Request request) {
    return matchers.stream().anyMatch(matcher -> matcher.test(request));
  }
}
