package dev.godwit.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares the rows of a table with those that should be there, each as often as it should be.
final class RowDifference {
  private static final int SHOWN = 5;

  private RowDifference() {}

  /// Requires that two collections hold the same rows, in any order.
  static void requireNone(Collection<String> expected, Collection<String> landed, String when) {
    Map<String, Integer> missing = new TreeMap<>();
    expected.forEach(row -> missing.merge(row, 1, Integer::sum));
    landed.forEach(row -> missing.merge(row, -1, Integer::sum));
    List<String> lost = new ArrayList<>();
    List<String> surplus = new ArrayList<>();
    missing.forEach((row, times) -> {
      if (times != 0) {
        (times > 0 ? lost : surplus).add(Math.abs(times) + " x " + row);
      }
    });
    if (!lost.isEmpty() || !surplus.isEmpty()) {
      throw new AssertionError(
          "%s there are %,d rows instead of %,d%nmissing: %s%nnot expected: %s"
              .formatted(when, landed.size(), expected.size(), some(lost), some(surplus)));
    }
  }

  private static String some(List<String> rows) {
    String more = rows.size() > SHOWN ? " and %,d more".formatted(rows.size() - SHOWN) : "";
    return String.join("; ", rows.subList(0, Math.min(SHOWN, rows.size()))) + more;
  }
}
