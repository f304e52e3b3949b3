package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.Claims;
import dev.godwit.destinations.internal.staging.StagingBudget;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.io.IOException;
import java.nio.file.Path;

/// A database that is open for writing: what its streams share in this process. Safe for use by
/// several threads.
final class PostgresDatabase implements AutoCloseable {
  /// Rows that wait for a commit in the Java heap, over all streams.
  private static final long STAGING_BYTES = 16L << 20;

  private final Server server;
  private final PostgresDialect dialect;
  private final SeenStates seen;
  private final Claims claims;
  private final StagingBudget budget = new StagingBudget(STAGING_BYTES);
  private final StagingFolder staging;

  PostgresDatabase(Server server, PostgresDialect dialect, SeenStates seen) {
    this.server = server;
    this.dialect = dialect;
    this.seen = seen;
    this.claims = new Claims(dialect);
    this.staging =
        new StagingFolder(
            Path.of(System.getProperty("java.io.tmpdir")), "postgres", PostgresDatabase::failed);
    staging.create();
    staging.clean();
  }

  private static GodwitException failed(IOException e) {
    return GodwitException.transientError(
            "postgres.staging", "Rows could not be staged on disk: " + e.getMessage())
        .hint("Check that the folder for temporary files has space and can be written.")
        .causedBy(e);
  }

  Server server() {
    return server;
  }

  PostgresDialect dialect() {
    return dialect;
  }

  String schema() {
    return dialect.home();
  }

  SeenStates seen() {
    return seen;
  }

  Claims claims() {
    return claims;
  }

  StagingBudget budget() {
    return budget;
  }

  StagingFolder staging() {
    return staging;
  }

  @Override
  public void close() {
    staging.close();
  }
}
