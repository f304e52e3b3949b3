package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `sorted`, `min` and `max`.
public final class Sorting {
  private record Keyed(@Nullable Object key, @Nullable Object item) {}

  private Sorting() {}

  /// A stable sort by `<` alone.
  ///
  /// @throws PythonException TYPE where Python does not order two keys
  public static List<@Nullable Object> sorted(
      Collection<? extends @Nullable Object> items,
      Function<@Nullable Object, @Nullable Object> key,
      boolean reverse) {
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Object item : items) {
      keyed.add(new Keyed(key.apply(item), item));
    }
    Comparator<Keyed> order = (a, b) -> compare(a.key, b.key);
    keyed.sort(reverse ? order.reversed() : order);
    List<@Nullable Object> sorted = new ArrayList<>(keyed.size());
    keyed.forEach(entry -> sorted.add(entry.item));
    return sorted;
  }

  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (Ordering.test(Ordering.Operator.LESS, left, right)) {
      return -1;
    }
    return Ordering.test(Ordering.Operator.LESS, right, left) ? 1 : 0;
  }

  /// The first of the items that `operator` prefers to all others.
  ///
  /// @throws PythonException VALUE when there are none
  public static @Nullable Object extreme(
      Ordering.Operator operator,
      Collection<? extends @Nullable Object> items,
      Function<@Nullable Object, @Nullable Object> key) {
    if (items.isEmpty()) {
      throw PythonException.value("arg is an empty sequence");
    }
    Keyed best = null;
    for (Object item : items) {
      Object value = key.apply(item);
      if (best == null || Ordering.test(operator, value, best.key)) {
        best = new Keyed(value, item);
      }
    }
    return best == null ? null : best.item;
  }
}
