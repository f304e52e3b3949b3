package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.json.JsonField;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.log.Log;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the greatest cursor value of each slice that is being read. Thread-safe; the rows of one
/// slice come from one thread.
final class Observer {
  private final DateRules rules;
  private final Log log;
  private final Map<Long, OffsetDateTime> greatest = new ConcurrentHashMap<>();
  private final AtomicBoolean warned = new AtomicBoolean();

  Observer(DateRules rules, Log log) {
    this.rules = rules;
    this.log = log;
  }

  /// Looks at the cursor of each row. Rows without a usable value are read, but move nothing.
  ///
  /// @return the greatest value of these rows; null when none has one
  @Nullable OffsetDateTime observe(Slice slice, JsonRows rows) {
    return observe(slice, rows, value -> {});
  }

  /// As above.
  ///
  /// @param each takes the values; the same value in a row once
  @Nullable OffsetDateTime observe(Slice slice, JsonRows rows, Consumer<OffsetDateTime> each) {
    JsonField field = new JsonField(List.of(rules.field()));
    Object lastValue = null;
    OffsetDateTime best = null;
    for (int row = 0; row < rows.rows(); row++) {
      Object value = value(field, rows, row);
      if (value == null || value.equals(lastValue)) {
        continue;
      }
      lastValue = value;
      OffsetDateTime moment = rules.parseOrNull(value);
      if (moment == null) {
        warn(slice);
      } else {
        each.accept(moment);
        best = best == null ? moment : DateRules.later(best, moment);
      }
    }
    if (best != null) {
      greatest.merge(slice.number(), best, DateRules::later);
    }
    return best;
  }

  private @Nullable Object value(JsonField field, JsonRows rows, int row) {
    if (!field.find(rows.page(), rows.start(row), rows.end(row))) {
      warn(rows.slice());
      return null;
    }
    return JsonParser.STRICT.parse(rows.page(), field.start(), field.end());
  }

  private void warn(Slice slice) {
    if (warned.compareAndSet(false, true)) {
      log.warn(
          "Stream %s: a row has no usable value in its cursor field %s. Such rows are read, but do not move the state."
              .formatted(slice.stream(), rules.field()));
    }
  }

  /// The greatest value seen in a slice, which is then forgotten.
  @Nullable OffsetDateTime take(Slice slice) {
    return greatest.remove(slice.number());
  }
}
