package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonField;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Ordering;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Truth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream whose cursor is a number: one slice from the state on. Values are compared as Python
/// compares them, so integers and fractions mix, and numbers and texts do not.
final class CountingCursor implements StreamCursor {
  private final StreamName stream;
  private final CountRules rules;
  private final Map<String, @Nullable Object> given;
  private final Log log;
  private final Object begin;
  private boolean made;
  private boolean warned;
  private @Nullable Object greatest;
  private Object value;

  /// @param state empty for a first reading
  CountingCursor(
      StreamName stream, CountRules rules, Map<String, @Nullable Object> state, Log log) {
    this.stream = stream;
    this.rules = rules;
    this.given = state;
    this.log = log;
    this.begin = begin(rules, state.get(rules.field()));
    this.value = begin;
  }

  private static Object begin(CountRules rules, @Nullable Object stored) {
    if (stored == null || !Truth.of(stored)) {
      return rules.start();
    }
    try {
      return isLess(stored, rules.start()) ? rules.start() : stored;
    } catch (PythonException e) {
      throw GodwitException.config(
              "state.bad-cursor",
              "The state holds " + rules.field() + " = " + stored + ", which is no number.")
          .hint("Correct the state, or reset it to read the stream from its beginning.")
          .causedBy(e);
    }
  }

  @Override
  public @Nullable Slice next() {
    if (made) {
      return null;
    }
    made = true;
    Map<String, @Nullable Object> interval = new LinkedHashMap<>();
    interval.put(rules.startKey(), begin);
    interval.put(rules.endKey(), Double.POSITIVE_INFINITY);
    return new Slice(stream, 0, Map.of(), interval, Map.of());
  }

  @Override
  public synchronized void observe(Slice slice, JsonRows rows) {
    JsonField field = new JsonField(List.of(rules.field()));
    for (int row = 0; row < rows.rows(); row++) {
      Object seen =
          field.find(rows.page(), rows.start(row), rows.end(row))
              ? JsonParser.STRICT.parse(rows.page(), field.start(), field.end())
              : null;
      if (seen == null) {
        warn();
      } else if (greatest == null || less(greatest, seen)) {
        greatest = seen;
      }
    }
  }

  private void warn() {
    if (!warned) {
      warned = true;
      log.warn(
          "Stream %s: a row has no value in its cursor field %s. Such rows are read, but do not move the state."
              .formatted(stream, rules.field()));
    }
  }

  @Override
  public boolean admits(Slice slice, @Nullable Object value) {
    return true;
  }

  @Override
  public synchronized void finish(Slice slice) {
    if (greatest != null && Truth.of(greatest)) {
      value = Truth.of(begin) ? advanced(greatest) : greatest;
    }
  }

  /// What was read and what the state covers count together unless values are missing between them:
  /// then the lower of the two counts.
  private Object advanced(Object seen) {
    if (!less(seen, begin)) {
      return seen;
    }
    Object following = Arithmetic.apply(Arithmetic.Operator.ADD, seen, 1L);
    boolean isFirstReading = !less(rules.start(), begin);
    return isFirstReading && following != null && less(following, begin) ? seen : begin;
  }

  private boolean less(Object left, Object right) {
    return less(rules, left, right);
  }

  /// @throws GodwitException SYSTEM `cursor.not-comparable`
  static boolean less(CountRules rules, Object left, Object right) {
    try {
      return isLess(left, right);
    } catch (PythonException e) {
      throw GodwitException.system(
              "cursor.not-comparable",
              "The cursor field "
                  + rules.field()
                  + " holds values that have no order, numbers and texts for example.")
          .hint("Choose a cursor field that holds numbers only.")
          .causedBy(e);
    }
  }

  private static boolean isLess(Object left, Object right) {
    return Ordering.test(Ordering.Operator.LESS, left, right);
  }

  @Override
  public synchronized Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>(given);
    state.put(rules.field(), value);
    return state;
  }

  @Override
  public Map<String, @Nullable Object> snapshot() {
    return state();
  }

  @Override
  public Map<String, @Nullable Object> end() {
    return state();
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public void close() {}
}
