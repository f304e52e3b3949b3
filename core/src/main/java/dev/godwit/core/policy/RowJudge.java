package dev.godwit.core.policy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applies rules to rows. Rows that show no change, nearly all, are told by their bytes and stay
/// where they lie. For one thread.
final class RowJudge implements RowMapper {
  private final RowSight sight;
  private final FieldVerdicts verdicts;
  private final Incidents incidents;

  RowJudge(FieldRules rules, Incidents incidents) {
    this.sight = new RowSight(rules);
    this.verdicts = new FieldVerdicts(rules);
    this.incidents = incidents;
  }

  @Override
  public Mapped map(RecordBatch batch) {
    return switch (batch) {
      case JsonRows rows -> map(rows);
    };
  }

  private Mapped map(JsonRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (!sight.isFine(rows.page(), rows.start(row))) {
        return judged(rows, row);
      }
    }
    return Mapped.all(rows);
  }

  /// @param first the first row that may show a change
  private Mapped judged(JsonRows rows, int first) {
    Copy copy = new Copy(rows);
    for (int row = 0; row < first; row++) {
      copy.keep(row);
    }
    for (int row = first; row < rows.rows(); row++) {
      if (sight.isFine(rows.page(), rows.start(row))) {
        copy.keep(row);
      } else {
        judge(row, copy);
      }
    }
    return copy.mapped();
  }

  private void judge(int row, Copy copy) {
    JsonRows rows = copy.rows;
    if (!(JsonParser.LENIENT.parse(rows.page(), rows.start(row), rows.end(row))
        instanceof Map<?, ?> fields)) {
      throw GodwitException.contract("destination.not-a-row", "A row is not a JSON object.");
    }
    Verdict verdict = verdicts.of(fields);
    switch (verdict) {
      case Verdict.Fine _ -> copy.keep(row);
      case Verdict.Stopped stopped ->
          throw GodwitException.contract(
                  "schema.stopped", "A row shows a change: " + stopped.why().describe() + ".")
              .hint("Change what the policy says of such rows, or correct the source.");
      case Verdict.Discarded discarded -> {
        incidents.add(discarded.action(), discarded.why());
        copy.discarded++;
      }
      case Verdict.Quarantined quarantined -> {
        incidents.add(quarantined.action(), quarantined.why());
        copy.reject(row, quarantined.why());
      }
      case Verdict.Changed changed -> {
        changed.incidents().forEach(incident -> incidents.add(incident.action(), incident.why()));
        copy.change(changed.fields());
      }
    }
  }

  @Override
  public void close() {}

  /// The rows that go on, in their order: where they lie while none of them changes, else written
  /// anew.
  private static final class Copy {
    private final JsonRows rows;
    private final List<Integer> kept = new ArrayList<>();
    private final JsonRows.Builder builder = new JsonRows.Builder();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private @Nullable JsonBuffer page;
    private long discarded;

    Copy(JsonRows rows) {
      this.rows = rows;
    }

    void keep(int row) {
      if (page == null) {
        kept.add(row);
      } else {
        write(page, row);
      }
    }

    private void write(JsonBuffer target, int row) {
      int start = target.length();
      target.add(rows.page(), rows.start(row), rows.end(row));
      builder.add(start, target.length());
    }

    void change(Map<String, @Nullable Object> fields) {
      JsonBuffer target = page;
      if (target == null) {
        target = new JsonBuffer(Math.toIntExact(rows.bytes()) + 64);
        page = target;
        for (int row : kept) {
          write(target, row);
        }
      }
      int start = target.length();
      JsonWriter.write(new LinkedHashMap<>(fields), target);
      builder.add(start, target.length());
    }

    void reject(int row, Misconduct why) {
      rejected.add(
          new RejectedRow(
              rows.slice(),
              Arrays.copyOfRange(rows.page(), rows.start(row), rows.end(row)),
              why.code(),
              why.describe(),
              why.field(),
              rows.emittedAt()));
    }

    Mapped mapped() {
      byte[] bytes = rows.page();
      if (page == null) {
        kept.forEach(row -> builder.add(rows, row));
      } else {
        bytes = page.toBytes();
      }
      return new Mapped(
          builder.build(rows.slice(), bytes, rows.emittedAt()), 0, discarded, rejected);
    }
  }
}
