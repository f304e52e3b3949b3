package dev.godwit.destinations.duckdb;

import dev.godwit.core.Landing;
import dev.godwit.destinations.internal.duckline.Refit;
import dev.godwit.destinations.internal.sql.Session;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagingFolder;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.Connection;
import java.sql.SQLException;

/// Lands loads that DuckDB refuses at first: with more memory as long as it lacks some, and with
/// every value cast by us where it can't read one. To be used on the database's thread.
///
/// @param shape of the rows
record SecondTry(
    MemoryLimit memory, StagingFolder staging, Connection connection, TableShape shape) {
  Landing land(Load load, Session.Attempt attempt) throws SQLException {
    try {
      return withMemory(load, attempt);
    } catch (SQLException e) {
      if (!DuckDbErrors.isAboutRows(e)) {
        throw e;
      }
      try (Load cast = Refit.of(load, shape, staging)) {
        return withMemory(cast, attempt);
      }
    }
  }

  private Landing withMemory(Load load, Session.Attempt attempt) throws SQLException {
    while (true) {
      try {
        return attempt.land(load);
      } catch (SQLException e) {
        if (!DuckDbErrors.isAboutMemory(e) || !memory.grow(connection)) {
          throw e;
        }
      }
    }
  }
}
