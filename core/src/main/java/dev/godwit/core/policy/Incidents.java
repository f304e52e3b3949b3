package dev.godwit.core.policy;

import dev.godwit.core.schema.SchemaAction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what rules have come to. Safe for use by several threads.
final class Incidents {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void add(SchemaAction action, Misconduct misconduct) {
    counts
        .computeIfAbsent(words(action) + ": " + misconduct.describe(), unseen -> new LongAdder())
        .increment();
  }

  private static String words(SchemaAction action) {
    return switch (action) {
      case DISCARD_ROW -> "left out";
      case DISCARD_VALUE -> "without the value";
      case VARIANT -> "moved into the variant column";
      case QUARANTINE -> "in quarantine";
      case EVOLVE, FREEZE, STOP, ASK -> throw new IllegalArgumentException(action.name());
    };
  }

  /// What people should know, without values.
  List<String> sentences() {
    return counts.entrySet().stream()
        .map(entry -> "%,d rows %s".formatted(entry.getValue().sum(), entry.getKey()))
        .toList();
  }
}
