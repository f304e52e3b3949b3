package dev.godwit.manifest.internal.slice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cursor that stands for all partitions of a stream, and from which new ones start. It moves
/// only when a reading has ended. Guarded by its owner's lock.
final class SharedCursor {
  private final DateRules rules;
  private @Nullable String value;
  private @Nullable String next;
  private long lookbackSeconds;
  private boolean sawValues;
  private long started;

  SharedCursor(DateRules rules, @Nullable String value, long lookbackSeconds) {
    this.rules = rules;
    this.value = value;
    this.next = value;
    this.lookbackSeconds = lookbackSeconds;
  }

  /// The cursor as it is stored; null while unknown.
  @Nullable String value() {
    return value;
  }

  long lookbackSeconds() {
    return lookbackSeconds;
  }

  /// Notes when the reading began.
  void start() {
    if (started == 0) {
      started = System.nanoTime();
    }
  }

  /// The state that a new partition begins with: the cursor of all, a little earlier for what
  /// arrived meanwhile.
  Map<String, @Nullable Object> startOfNew() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    if (value != null) {
      state.put(
          rules.field(),
          lookbackSeconds == 0
              ? value
              : rules.print(rules.parse(value).minusSeconds(lookbackSeconds)));
    }
    return state;
  }

  /// Notes the cursor of a row.
  void observe(String seen) {
    sawValues = true;
    advance(seen);
  }

  /// Notes the cursor of a finished partition. The reference compares the values as text, and so do
  /// we.
  void advance(String seen) {
    if (next == null || next.compareTo(seen) < 0) {
      next = seen;
    }
  }

  /// Takes over what the reading has seen, if it has seen anything.
  void settle() {
    if (sawValues) {
      value = next;
      lookbackSeconds = secondsSinceStart();
    }
  }

  /// Rounded up: what arrived while we read must be within the next look-back.
  private long secondsSinceStart() {
    return Math.ceilDiv(Math.max(1, System.nanoTime() - started), 1_000_000_000L);
  }
}
