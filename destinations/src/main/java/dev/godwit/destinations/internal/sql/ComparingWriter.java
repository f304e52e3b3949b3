package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Comparison;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.destinations.internal.sql.Joining.Arrival;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;

/// Collects rows in a temporary table and compares them with the stream's own in the end. What the
/// database holds stays as it is.
public final class ComparingWriter implements StreamWriter {
  private final Session session;
  private final Consumer<Comparison> found;
  private final StreamTable collected;
  private final Joining joining;
  private final RowComparison comparison;
  private final StagedRows staged;
  private boolean begun;
  private boolean closed;

  private ComparingWriter(
      Session session,
      Consumer<Comparison> found,
      StreamTable collected,
      Joining joining,
      RowComparison comparison) {
    this.session = session;
    this.found = found;
    this.collected = collected;
    this.joining = joining;
    this.comparison = comparison;
    this.staged = session.stage(collected);
  }

  /// Opens a writer.
  ///
  /// @param session of this writer alone, which closes it
  public static ComparingWriter open(Session session, StreamPlan plan, Consumer<Comparison> found) {
    return session.begin(() -> {
      Dialect dialect = session.dialect();
      ConfiguredStream stream = plan.stream();
      TableName table = TableName.of(dialect, session.connection(), plan.name());
      Map<String, String> present = dialect.columns(session.connection(), table);
      TableShape shape =
          new TableChanges(dialect, table)
              .joined(
                  TableShape.of(
                      stream,
                      dialect::fitted,
                      dialect.columnNames(session.connection(), table),
                      dialect.hasStructs()),
                  present)
              .withoutTimes();
      StreamTable collected = new StreamTable(TableName.passing(dialect, "compared"), shape, 0);
      return new ComparingWriter(
          session,
          found,
          collected,
          Joining.collecting(dialect, stream, shape),
          RowComparison.of(dialect, stream, table, collected, present.keySet()));
    });
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> staged.append(rows);
    }
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    try (Load load = staged.take(checkpoint.finished())) {
      return session.call(() -> {
        Landing landing = session.land(load, collected, this::transaction);
        if (checkpoint.extent() == Extent.COMPLETE) {
          found.accept(comparison.run(session.connection()));
        }
        return landing;
      });
    }
  }

  private Landing transaction(Load load) throws SQLException {
    Connection connection = session.connection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (!begun) {
        new TableChanges(session.dialect(), collected.name()).create(statement, collected.shape());
      }
      Landing landing = load.isEmpty() ? Landing.of(0) : join(statement, load);
      connection.commit();
      begun = true;
      return landing;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private Landing join(Statement statement, Load load) throws SQLException {
    Arrival arrival = joining.begin(statement, collected);
    return joining.finish(statement, arrival, joining.add(statement, arrival, load));
  }

  @Override
  public void abort() {
    staged.close();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      abort();
    } finally {
      session.close();
    }
  }
}
