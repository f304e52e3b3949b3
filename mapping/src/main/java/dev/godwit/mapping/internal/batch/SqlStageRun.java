package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.row.FieldName;
import dev.godwit.mapping.internal.row.Fields;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.sql.SqlExpression;
import dev.godwit.mapping.internal.sql.SqlRun;
import dev.godwit.mapping.internal.sql.SqlRun.Outcome;
import dev.godwit.mapping.rule.OnFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An SQL expression over the rows of a batch, at work.
final class SqlStageRun implements StageRun {
  /// What the results are for.
  private interface Use {
    /// Deals with a row of the batch and its result as JSON.
    ///
    /// @return whether the row goes on
    boolean take(Row row, byte[] json);
  }

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final Row row = new Row();
  private final String rule;
  private final SqlRun sql;
  private final List<FieldName> fields;
  private final Use use;
  private final OnFailure onFalse;

  private SqlStageRun(String rule, SqlExpression expression, Use use, OnFailure onFalse) {
    this.rule = rule;
    this.sql = new SqlRun(expression);
    this.fields = sql.fields().stream().map(FieldName::new).toList();
    this.use = use;
    this.onFalse = onFalse;
  }

  /// Puts results into rows.
  static SqlStageRun of(Stage.Compute stage) {
    FieldName name = new FieldName(stage.field());
    return new SqlStageRun(
        stage.rule(),
        stage.expression(),
        (row, json) -> {
          row.fields().put(name, json);
          return true;
        },
        OnFailure.STOP);
  }

  /// Lets rows on whose result is true, not those for which it is false or null.
  static SqlStageRun of(Stage.Check stage) {
    return new SqlStageRun(
        stage.rule(), stage.expression(), (_, json) -> json[0] == 't', stage.onFailure());
  }

  @Override
  public Draft run(JsonRows rows, Draft draft, Fates fates) {
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < rows.rows(); i++) {
      if (ask(rows, i, draft.sources()[i], fates)) {
        asked.add(i);
      }
    }
    int room = (int) Math.min(rows.bytes() * 9 / 8 + 64, Integer.MAX_VALUE / 2);
    Draft.Writer writer = new Draft.Writer(rows, row, room);
    Iterator<Outcome> outcomes = sql.outcomes().iterator();
    for (int number : asked) {
      if (answer(rows, number, draft.sources()[number], outcomes.next(), fates)) {
        writer.add(number, draft.sources()[number]);
      }
    }
    return writer.done();
  }

  private boolean ask(JsonRows rows, int number, int source, Fates fates) {
    sql.addRow();
    try {
      row.read(rows.page(), rows.start(number), rows.end(number));
      Fields values = row.fields();
      for (int i = 0; i < fields.size(); i++) {
        int slot = values.find(fields.get(i), -1);
        if (slot >= 0) {
          sql.set(i, values.page(slot), values.start(slot), values.end(slot));
        }
      }
      return true;
    } catch (RowFailure failure) {
      sql.removeRow();
      fates.fail(source, rule, failure);
    } catch (GodwitException malformed) {
      sql.removeRow();
      fates.fail(source, rule, Malformed.row());
    }
    return false;
  }

  private boolean answer(JsonRows rows, int number, int source, Outcome outcome, Fates fates) {
    try {
      row.read(rows.page(), rows.start(number), rows.end(number));
      byte[] json =
          switch (outcome) {
            case Outcome.Value(byte @Nullable [] value) -> value == null ? NULL : value;
            case Outcome.Failed(RowFailure failure) -> throw failure;
          };
      if (use.take(row, json)) {
        return true;
      }
      fates.fail(source, rule, falseOf(), onFalse);
    } catch (RowFailure failure) {
      fates.fail(source, rule, failure);
    }
    return false;
  }

  private static RowFailure falseOf() {
    return RowFailure.of("mapping.assertion-failed", "it is not true of the row", null);
  }

  @Override
  public void close() {
    sql.close();
  }
}
