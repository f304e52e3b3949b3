package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.json.JsonField;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.log.Log;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is left of a slice whose rows come in the order of the cursor. For one thread.
public final class Remainder {
  /// The greatest value among rows, as requests have it.
  private interface Greatest {
    @Nullable Object of(JsonRows rows);
  }

  private final CursorRules rules;
  private final Slice whole;
  private final Greatest greatest;
  private @Nullable Object seen;

  public Remainder(CursorRules rules, Slice whole) {
    this.rules = rules;
    this.whole = whole;
    this.greatest =
        switch (rules) {
          case DateRules dates -> new Moments(dates, whole);
          case CountRules counts -> new Numbers(counts);
        };
  }

  public void observe(JsonRows rows) {
    Object value = greatest.of(rows);
    seen = value == null ? seen : value;
  }

  /// The slice from the greatest value seen to its end; the whole slice where none was seen.
  public Slice slice() {
    if (seen == null) {
      return whole;
    }
    Map<String, @Nullable Object> interval = new LinkedHashMap<>();
    interval.put(rules.startKey(), seen);
    interval.put(rules.endKey(), whole.interval().get(rules.endKey()));
    return new Slice(whole.stream(), whole.number(), whole.partition(), interval, whole.extras());
  }

  private static final class Moments implements Greatest {
    private final DateRules rules;
    private final Slice whole;
    private final Observer observer;
    private @Nullable OffsetDateTime latest;

    Moments(DateRules rules, Slice whole) {
      this.rules = rules;
      this.whole = whole;
      this.observer = new Observer(rules, Log.NONE);
    }

    @Override
    public @Nullable Object of(JsonRows rows) {
      OffsetDateTime moment = observer.observe(whole, rows);
      if (moment == null) {
        return null;
      }
      OffsetDateTime best = latest == null ? moment : DateRules.later(latest, moment);
      latest = best;
      return rules.print(best);
    }
  }

  private static final class Numbers implements Greatest {
    private final CountRules rules;
    private final JsonField field;
    private @Nullable Object most;

    Numbers(CountRules rules) {
      this.rules = rules;
      this.field = new JsonField(List.of(rules.field()));
    }

    @Override
    public @Nullable Object of(JsonRows rows) {
      for (int row = 0; row < rows.rows(); row++) {
        if (field.find(rows.page(), rows.start(row), rows.end(row))) {
          Object value = JsonParser.STRICT.parse(rows.page(), field.start(), field.end());
          if (value != null && (most == null || CountingCursor.less(rules, most, value))) {
            most = value;
          }
        }
      }
      return most;
    }
  }
}
