package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.step.RowStep;

/// Rules that see one row after the other, at work.
final class RowsRun implements StageRun {
  /// Bytes that a page may grow by before it has to be copied: a sixteenth.
  private static final int SLACK = 16;

  private final Row row = new Row();
  private final String[] rules;
  private final RowStep[] steps;
  private double growth = 1;

  RowsRun(Stage.Rows stage) {
    rules = stage.parts().stream().map(Stage.Part::rule).toArray(String[]::new);
    steps = stage.parts().stream().map(part -> part.step().get()).toArray(RowStep[]::new);
  }

  @Override
  public Draft run(JsonRows rows, Draft draft, Fates fates) {
    double expected = rows.bytes() * growth;
    int room = (int) Math.min(expected + expected / SLACK + 64, Integer.MAX_VALUE >> 1);
    Draft.Writer writer = new Draft.Writer(rows, row, room);
    for (int i = 0; i < rows.rows(); i++) {
      if (passes(rows, i, draft.sources()[i], fates)) {
        writer.add(i, draft.sources()[i]);
      }
    }
    growth = Math.max(growth, (double) writer.length() / rows.bytes());
    return writer.done();
  }

  private boolean passes(JsonRows rows, int number, int source, Fates fates) {
    int step = 0;
    try {
      row.read(rows.page(), rows.start(number), rows.end(number));
      for (; step < steps.length; step++) {
        if (!steps[step].apply(row)) {
          fates.filter();
          return false;
        }
      }
      return true;
    } catch (RowFailure failure) {
      fates.fail(source, rules[Math.min(step, rules.length - 1)], failure);
    } catch (GodwitException malformed) {
      fates.fail(source, rules[Math.min(step, rules.length - 1)], Malformed.row());
    }
    return false;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
