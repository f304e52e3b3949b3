package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
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
/// the place of the old ones with the last commit. The state is stored with that last commit too: a
/// refresh that fails leaves old rows and old state behind, and the next one begins anew.
final class DuckDbWriter implements StreamWriter {
  private final Database database;
  private final Connection connection;
  private final Clock clock;
  private final StreamName stream;
  private final boolean replacing;
  private final TableName table;
  private final StreamTable target;
  private final StagedRows staged;
  private boolean begun;
  private boolean closed;

  private DuckDbWriter(
      Database database,
      Connection connection,
      Clock clock,
      ConfiguredStream configured,
      TableName table,
      StreamTable target) {
    this.database = database;
    this.connection = connection;
    this.clock = clock;
    this.stream = configured.name();
    this.replacing = configured.writeMode().replacesAll();
    this.table = table;
    this.target = target;
    this.staged = new StagedRows(database.staging(), database.budget(), target.shape());
  }

  /// Opens a writer. Looks at what the database has, and changes nothing.
  static DuckDbWriter open(Database database, Clock clock, ConfiguredStream stream) {
    return database.call(() -> {
      Connection connection = database.connect();
      try {
        return open(database, connection, clock, stream);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    });
  }

  private static DuckDbWriter open(
      Database database, Connection connection, Clock clock, ConfiguredStream stream)
      throws SQLException {
    StateTable.Entry before = StateTable.read(connection, stream.name());
    TableName table = database.claim(stream.name(), connection);
    boolean replacing = stream.writeMode().replacesAll();
    TableShape wanted = TableShape.of(stream);
    TableShape shape =
        replacing
            ? wanted
            : TableChanges.joined(wanted, TableChanges.columns(connection, table), table);
    LoadSql sql = new LoadSql(shape, before.generation() + (replacing ? 1 : 0));
    StreamTable target =
        new StreamTable(
            replacing ? table.refresh() : table, shape, sql, Identity.of(stream, shape));
    return new DuckDbWriter(database, connection, clock, stream, table, target);
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> staged.append(rows);
    }
  }

  @Override
  public long commit(Checkpoint checkpoint) {
    try (Load load = staged.take(checkpoint.finished())) {
      return database.call(() -> land(load, checkpoint));
    }
  }

  private long land(Load load, Checkpoint checkpoint) throws SQLException {
    StateTable.create(connection);
    try {
      return transaction(load, checkpoint);
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutRows(e)) {
        throw e;
      }
      try (Load cast = Refit.of(load, target.shape(), database.staging())) {
        return transaction(cast, checkpoint);
      }
    }
  }

  private long transaction(Load load, Checkpoint checkpoint) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin transaction");
      long rows = write(statement, load, checkpoint);
      checkpoint.requireAll(rows);
      statement.execute("commit");
      begun = !replacing || checkpoint.extent() == Extent.PARTIAL;
      return rows;
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

  private long write(Statement statement, Load load, Checkpoint checkpoint) throws SQLException {
    statement.execute("create schema if not exists " + table.schemaSql());
    if (!begun) {
      statement.execute("drop table if exists " + table.refresh().sql());
    }
    target.prepare(connection, statement);
    long rows = load.isEmpty() ? 0 : target.insert(statement, load);
    boolean complete = checkpoint.extent() == Extent.COMPLETE;
    if (replacing && complete) {
      statement.execute("drop table if exists " + table.sql());
      statement.execute(
          "alter table %s rename to %s"
              .formatted(target.target().sql(), Quoting.name(table.table())));
    }
    if (!replacing || complete) {
      Instant now = clock.instant();
      StateTable.write(connection, stream, entry(checkpoint), now);
    }
    return rows;
  }

  /// A checkpoint without state has nothing new to store; only a replacement makes the old state
  /// void.
  private StateTable.Entry entry(Checkpoint checkpoint) throws SQLException {
    long generation = target.sql().generation();
    boolean keep = checkpoint.state() == null && !replacing;
    return new StateTable.Entry(
        keep ? StateTable.read(connection, stream).state() : checkpoint.state(), generation);
  }

  @Override
  public void abort() {
    staged.close();
    if (replacing && begun) {
      begun = false;
      database.call(() -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute("drop table if exists " + table.refresh().sql());
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
