package dev.godwit.manifest.internal.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Allows a number of calls in any interval of a given length, or several such rates at once.
///
/// A call counts from when the API sees it, not from when it is allowed: a connection that takes
/// long to open would otherwise bring two bursts together. Until its answer tells, a call counts as
/// seen a fiftieth of the shortest interval later.
final class MovingWindow implements Window {
  private static final int SHARE_OF_DELAY = 50;

  /// @param interval in microseconds
  record Rate(int limit, long interval) {}

  private final List<Rate> rates;
  private final int mostAtOnce;
  private final long delay;
  private List<Call> calls = new ArrayList<>();

  /// The first call that may still count; those before it wait to be forgotten together.
  private int first;

  /// @param rates at least one
  MovingWindow(List<Rate> rates) {
    this.rates = rates.stream().sorted(Comparator.comparingLong(Rate::interval)).toList();
    this.mostAtOnce = rates.stream().mapToInt(Rate::limit).min().orElseThrow();
    this.delay = this.rates.getFirst().interval() / SHARE_OF_DELAY;
  }

  @Override
  public synchronized @Nullable Long refuse(Call call, int weight, long now) {
    Budget.requireWithin(weight, mostAtOnce);
    for (Rate rate : rates) {
      int newest = calls.size() - 1 - (rate.limit() - weight);
      if (newest >= first) {
        long end = calls.get(newest).time() + rate.interval();
        if (end > now) {
          return end - now;
        }
      }
    }
    forget(now);
    call.begin(now + delay, calls.size() > first ? calls.getLast() : null);
    add(call, weight);
    return null;
  }

  private void add(Call call, int weight) {
    for (int i = 0; i < weight; i++) {
      calls.add(call);
    }
  }

  private void forget(long now) {
    long oldest = now - rates.getLast().interval();
    while (first < calls.size() && calls.get(first).time() <= oldest) {
      first++;
    }
    if (first < calls.size()) {
      calls.get(first).isFirst();
    }
    if (first > calls.size() / 2) {
      calls = new ArrayList<>(calls.subList(first, calls.size()));
      first = 0;
    }
  }

  @Override
  public synchronized void answered(Call call, long now) {
    call.answered(now);
  }

  /// No calls left and no word of when: the window counts as full from now on.
  @Override
  public synchronized void learn(@Nullable Long available, @Nullable Long reset, long now) {
    if (available == null || available != 0 || reset != null) {
      return;
    }
    long left = rates.stream().mapToLong(rate -> rate.limit() - count(rate, now)).min().orElse(0);
    if (left > 0) {
      Call filling = new Call();
      Call last = calls.size() > first ? calls.getLast() : null;
      filling.begin(last == null ? now : Math.max(now, last.time()), last);
      add(filling, Math.toIntExact(left));
    }
  }

  private long count(Rate rate, long now) {
    return calls.subList(first, calls.size()).stream()
        .filter(call -> call.time() > now - rate.interval())
        .count();
  }

  @Override
  public synchronized boolean isIdle(long now) {
    forget(now);
    return first == calls.size();
  }
}
