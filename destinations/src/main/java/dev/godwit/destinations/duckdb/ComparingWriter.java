package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Comparison;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.destinations.duckdb.Joining.Arrival;
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
final class ComparingWriter implements StreamWriter {
  private final Database database;
  private final Connection connection;
  private final Consumer<Comparison> found;
  private final StreamTable collected;
  private final Joining joining;
  private final RowComparison comparison;
  private final SecondTry secondTry;
  private final StagedRows staged;
  private boolean begun;
  private boolean closed;

  private ComparingWriter(
      Database database,
      Connection connection,
      Consumer<Comparison> found,
      StreamTable collected,
      Joining joining,
      RowComparison comparison) {
    this.database = database;
    this.connection = connection;
    this.found = found;
    this.collected = collected;
    this.joining = joining;
    this.comparison = comparison;
    this.secondTry = new SecondTry(database, connection, collected.shape());
    this.staged =
        new StagedRows(database.staging(), database.budget(), new LineEncoder(collected.shape()));
  }

  static ComparingWriter open(Database database, StreamPlan plan, Consumer<Comparison> found) {
    return database.call(() -> {
      Connection connection = database.connect();
      try {
        ConfiguredStream stream = plan.stream();
        TableName table = TableName.of(connection.getCatalog(), plan.name());
        Map<String, String> present = TableChanges.columns(connection, table);
        TableShape shape =
            TableChanges.joined(TableShape.of(stream), present, table).withoutTimes();
        StreamTable collected = new StreamTable(TableName.compared(), shape, new LoadSql(shape, 0));
        return new ComparingWriter(
            database,
            connection,
            found,
            collected,
            Joining.collecting(stream, shape),
            RowComparison.of(stream, table, collected, present.keySet()));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
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
      return database.call(() -> {
        Landing landing = secondTry.land(load, this::transaction);
        if (checkpoint.extent() == Extent.COMPLETE) {
          found.accept(comparison.run(connection));
        }
        return landing;
      });
    }
  }

  private Landing transaction(Load load) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (!begun) {
        TableChanges.create(statement, collected.name(), collected.shape());
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
      database.call(() -> {
        connection.close();
        return null;
      });
    }
  }
}
