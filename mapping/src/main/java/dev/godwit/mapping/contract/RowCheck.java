package dev.godwit.mapping.contract;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the checks of a contract against rows. It builds no tree, and allocates nothing for rows
/// that break no check. For one thread.
final class RowCheck implements RowMapper {
  private final RunCheck run;
  private final List<Check> checks;
  private final Shape shape = new Shape();
  private final Newest newest = new Newest();
  private final Broken broken;
  private final int[] counts;
  private final BitSet held = new BitSet();

  RowCheck(RunCheck run, List<Check> checks, @Nullable Freshness freshness) {
    this.run = run;
    this.checks = checks;
    this.broken = new Broken(checks.size());
    this.counts = new int[checks.size()];
    for (int i = 0; i < checks.size(); i++) {
      shape.add(checks.get(i).field().steps(), i, checks.get(i).demand());
    }
    if (freshness != null) {
      shape.watch(freshness.field(), newest);
    }
  }

  @Override
  public Mapped map(RecordBatch batch) {
    return switch (batch) {
      case JsonRows rows -> check(rows);
    };
  }

  private Mapped check(JsonRows rows) {
    Arrays.fill(counts, 0);
    held.clear();
    List<RejectedRow> rejected = new ArrayList<>();
    long latest = Moments.NONE;
    for (int row = 0; row < rows.rows(); row++) {
      broken.clear();
      shape.look(rows.page(), rows.start(row), rows.end(row), broken);
      long moment = newest.take();
      Check worst = broken.any() ? worst() : null;
      if (worst == null) {
        latest = Math.max(latest, moment);
      } else {
        held.set(row);
        rejected.add(rejected(rows, row, worst));
      }
    }
    refuse(rows.rows());
    run.add(rows.rows(), rows.rows() - rejected.size(), counts, latest);
    return rejected.isEmpty() ? Mapped.all(rows) : new Mapped(others(rows), 0, rejected);
  }

  /// The rows that are not held back.
  private @Nullable JsonRows others(JsonRows rows) {
    JsonRows.Builder others = new JsonRows.Builder();
    for (int row = held.nextClearBit(0); row < rows.rows(); row = held.nextClearBit(row + 1)) {
      others.add(rows, row);
    }
    return others.build(rows.slice(), rows.page(), rows.emittedAt());
  }

  /// Counts the checks that the row breaks.
  ///
  /// @return the first one that keeps the row from going on; null where it may
  private @Nullable Check worst() {
    @Nullable Check worst = null;
    for (int i = 0; i < counts.length; i++) {
      if (broken.has(i)) {
        counts[i]++;
        if (worst == null && checks.get(i).onViolation() != OnViolation.WARN) {
          worst = checks.get(i);
        }
      }
    }
    return worst;
  }

  private static RejectedRow rejected(JsonRows rows, int row, Check check) {
    return new RejectedRow(
        rows.slice(),
        Arrays.copyOfRange(rows.page(), rows.start(row), rows.end(row)),
        check.code(),
        check.words(),
        check.field().toString(),
        rows.emittedAt());
  }

  /// @throws GodwitException CONTRACT `contract.…` with the counts of all checks that make the
  ///   stream fail
  private void refuse(int rows) {
    @Nullable Check first = null;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      Check check = checks.get(i);
      if (counts[i] > 0 && check.onViolation() == OnViolation.FAIL) {
        first = first == null ? check : first;
        words.add("%s in %,d of %,d rows".formatted(check.words(), counts[i], rows));
      }
    }
    if (first != null) {
      throw GodwitException.contract(
              first.code(), "Rows break the contract: " + String.join("; ", words) + ".")
          .hint(
              "No row of this slice has landed. Correct them at the source, or let on_violation be"
                  + " warn or quarantine.");
    }
  }

  @Override
  public void close() {}
}
