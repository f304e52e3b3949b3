package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Writes one stream: stages rows on their arrival, and lands those of finished slices together
/// with the state. Rows that will surely land with the next checkpoint, or probably, are loaded
/// meanwhile.
///
/// Where a run replaces all rows, they collect in a table of their own over all commits, and take
/// the place of the old ones with the last commit. Until then the old rows and the old state stay.
final class DuckDbWriter implements StreamWriter {
  private final Database database;
  private final Connection connection;
  private final StreamName stream;
  private final Landings landings;
  private final SecondTry secondTry;
  private final StagedRows staged;
  private boolean closed;

  private DuckDbWriter(
      Database database,
      Connection connection,
      Landings landings,
      StreamTables tables,
      StreamPlan plan) {
    this.database = database;
    this.connection = connection;
    this.stream = plan.name();
    this.landings = landings;
    TableShape shape = tables.target().shape();
    this.secondTry = new SecondTry(database, connection, shape);
    this.staged = new StagedRows(database.staging(), database.budget(), new LineEncoder(shape));
  }

  /// Opens a writer. Looks at what the database has, and changes nothing.
  static DuckDbWriter open(
      Database database, Clock clock, CommitStep.Listener steps, StreamPlan plan) {
    return database.call(() -> {
      Connection connection = database.connect();
      try {
        StateTable.read(connection, plan.name());
        TableName table = database.claim(plan.name(), connection);
        StreamTables tables = StreamTables.of(connection, plan, table);
        Landings landings = new Landings(connection, clock, steps, tables);
        return new DuckDbWriter(database, connection, landings, tables, plan);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    });
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> addEarly(staged.append(rows));
    }
  }

  @Override
  public void ended(Slice slice) {
    addEarly(staged.end(slice));
  }

  private void addEarly(@Nullable Load load) {
    if (load != null) {
      database.later(() -> landings.addEarly(load));
    }
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    try (Load load = staged.take(checkpoint.finished())) {
      return database.call(() -> secondTry.land(load, rows -> landings.land(rows, checkpoint)));
    }
  }

  @Override
  public void abort() {
    staged.close();
    database.call(() -> {
      landings.abort();
      return null;
    });
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
        database.release(stream);
        connection.close();
        return null;
      });
    }
  }
}
