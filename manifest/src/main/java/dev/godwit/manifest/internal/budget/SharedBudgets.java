package dev.godwit.manifest.internal.budget;

import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The budgets of all sources of the process: those that ask the same API under the same limits
/// share one, which outlives them. Thread-safe.
final class SharedBudgets {
  static final SharedBudgets OF_PROCESS = new SharedBudgets(10_000);

  /// What makes budgets the same.
  ///
  /// @param bases scheme, host and port of the addresses that the manifest asks
  /// @param clock and sleeper: who runs on another time counts alone
  record Key(Set<String> bases, List<Policy> policies, Signs signs, Clock clock, Sleeper sleeper) {}

  private final int most;
  private final Map<Key, Budget> budgets = new ConcurrentHashMap<>();

  SharedBudgets(int most) {
    this.most = most;
  }

  /// The budget of `key`. Only where there are very many are those forgotten whose calls no longer
  /// count: a source that is still open would otherwise be parted from the next one.
  Budget of(Key key, long now) {
    if (budgets.size() >= most) {
      budgets
          .entrySet()
          .removeIf(entry -> !entry.getKey().equals(key) && entry.getValue().isIdle(now));
    }
    return budgets.computeIfAbsent(key, any -> new Budget(any.policies(), any.signs()));
  }
}
