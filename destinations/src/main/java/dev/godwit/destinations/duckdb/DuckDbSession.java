package dev.godwit.destinations.duckdb;

import dev.godwit.core.Landing;
import dev.godwit.destinations.internal.duckline.LineEncoder;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.Session;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.sql.StreamTable;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// What one stream has of a DuckDB database: the thread is that of all streams.
record DuckDbSession(Database database, Connection connection) implements Session {
  @Override
  public Dialect dialect() {
    return DuckDbDialect.INSTANCE;
  }

  @Override
  public <T extends @Nullable Object> T call(SqlThread.Work<T> work) {
    return database.call(work);
  }

  @Override
  public void later(Runnable work) {
    database
        .thread()
        .later(() -> {
          work.run();
          database.memory().dropBlocks(connection);
        });
  }

  @Override
  public void commit() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("commit");
    }
  }

  @Override
  public StagedRows stage(StreamTable table) {
    return new StagedRows(database.staging(), database.budget(), new LineEncoder(table.shape()));
  }

  @Override
  public Landing land(Load load, StreamTable table, Attempt attempt) throws SQLException {
    Landing landing =
        new SecondTry(database.memory(), database.staging(), connection, table.shape())
            .land(load, attempt);
    database.memory().dropBlocks(connection);
    return landing;
  }

  @Override
  public void close() {
    call(() -> {
      connection.close();
      return null;
    });
  }
}
