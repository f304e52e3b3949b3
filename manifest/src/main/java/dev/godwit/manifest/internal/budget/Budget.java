package dev.godwit.manifest.internal.budget;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an API allows. The first policy that recognises a request counts for it; where none does,
/// nothing is limited. Thread-safe.
final class Budget {
  private final List<Policy> policies;
  private final List<Window> windows;
  private final Signs signs;

  Budget(List<Policy> policies, Signs signs) {
    this.policies = policies;
    this.windows = policies.stream().map(policy -> policy.limit().window()).toList();
    this.signs = signs;
  }

  /// Tries to make a call.
  ///
  /// @return how many microseconds to wait before the next try; null where the call may go
  @Nullable Long refuse(Request request, Call call, long now) {
    int policy = policy(request);
    return policy < 0
        ? null
        : windows.get(policy).refuse(call, policies.get(policy).weight(request), now);
  }

  /// Notes an answer and what it says about the limits.
  void answered(Request request, Call call, Response response, long now) {
    int policy = policy(request);
    if (policy >= 0) {
      windows.get(policy).answered(call, now);
      windows.get(policy).learn(signs.available(response), signs.reset(response, now), now);
    }
  }

  /// The first policy that recognises the request, or -1.
  private int policy(Request request) {
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).matches(request)) {
        return i;
      }
    }
    return -1;
  }

  boolean isIdle(long now) {
    return windows.stream().allMatch(window -> window.isIdle(now));
  }

  /// A call that counts for more than the limit could never be made.
  static void requireWithin(int weight, int limit) {
    if (weight > limit) {
      throw GodwitException.config(
              "budget.weight",
              "A request counts for %d calls; only %d are allowed at once."
                  .formatted(weight, limit))
          .hint("Lower the weight of the matcher, or raise the limit of its policy.");
    }
  }
}
