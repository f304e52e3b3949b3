package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;

/// Writes one stream: stages rows on their arrival, and lands those of finished slices together
/// with the state.
///
/// Where a run replaces all rows, they collect in a table of their own over all commits, and take
/// the place of the old ones with the last commit. Until then the old rows and the old state stay.
final class DuckDbWriter implements StreamWriter {
  private final Database database;
  private final Connection connection;
  private final Clock clock;
  private final StreamName stream;
  private final StreamTables tables;
  private final StagedRows staged;
  private Progress progress;
  private boolean closed;

  /// Whether this writer has committed, and whether a later one can go on from there.
  private enum Progress {
    NOTHING,
    LOST_WITHOUT_END,
    KEPT
  }

  private DuckDbWriter(
      Database database, Connection connection, Clock clock, StreamTables tables, StreamPlan plan) {
    this.database = database;
    this.connection = connection;
    this.clock = clock;
    this.stream = plan.name();
    this.tables = tables;
    this.staged = new StagedRows(database.staging(), database.budget(), tables.target().shape());
    this.progress = tables.goesOn() ? Progress.KEPT : Progress.NOTHING;
  }

  /// Opens a writer. Looks at what the database has, and changes nothing.
  static DuckDbWriter open(Database database, Clock clock, StreamPlan plan) {
    return database.call(() -> {
      Connection connection = database.connect();
      try {
        StateTable.read(connection, plan.name());
        TableName table = database.claim(plan.name(), connection);
        StreamTables tables = StreamTables.of(connection, plan, table);
        return new DuckDbWriter(database, connection, clock, tables, plan);
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
      return database.call(() -> land(load, checkpoint));
    }
  }

  private Landing land(Load load, Checkpoint checkpoint) throws SQLException {
    StateTable.create(connection);
    try {
      return transaction(load, checkpoint);
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutRows(e)) {
        throw e;
      }
      try (Load cast = Refit.of(load, tables.target().shape(), database.staging())) {
        return transaction(cast, checkpoint);
      }
    }
  }

  private Landing transaction(Load load, Checkpoint checkpoint) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin transaction");
      Landing landing = write(statement, load, checkpoint);
      checkpoint.requireAll(landing.rows());
      statement.execute("commit");
      progress =
          tables.replaces() && checkpoint.state() == null && checkpoint.extent() == Extent.PARTIAL
              ? Progress.LOST_WITHOUT_END
              : Progress.KEPT;
      return landing;
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      throw e;
    }
  }

  /// Takes a statement of its own, because the one that failed is closed.
  private void rollback(Exception failure) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private Landing write(Statement statement, Load load, Checkpoint checkpoint) throws SQLException {
    if (progress == Progress.NOTHING) {
      tables.begin(statement);
    }
    Landing landing = tables.land(connection, statement, load);
    Instant now = clock.instant();
    if (tables.replaces() && checkpoint.extent() == Extent.COMPLETE) {
      landing =
          new Landing(
              landing.rows(),
              landing.unmatched(),
              tables.takeover().run(connection, tables.target().name(), checkpoint, now));
    }
    StoredStream before = StateTable.read(connection, stream);
    StateTable.write(connection, stream, tables.entry(before, checkpoint, now), now);
    return landing;
  }

  @Override
  public void abort() {
    staged.close();
    if (progress == Progress.LOST_WITHOUT_END) {
      progress = Progress.NOTHING;
      database.call(() -> {
        try (Statement statement = connection.createStatement()) {
          tables.begin(statement);
        }
        return null;
      });
    }
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
