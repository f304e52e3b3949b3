package dev.godwit.destinations.duckdb;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Comparison;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.PastRun;
import dev.godwit.core.RunEntry;
import dev.godwit.core.Source;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.contents.ContentSource;
import dev.godwit.destinations.internal.contents.StoredRelations;
import dev.godwit.destinations.internal.sql.BackfillTable;
import dev.godwit.destinations.internal.sql.Clearing;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.destinations.internal.sql.ComparingWriter;
import dev.godwit.destinations.internal.sql.PlannedStatements;
import dev.godwit.destinations.internal.sql.RunTable;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.sql.StateTable;
import dev.godwit.destinations.internal.sql.TableWriter;
import dev.godwit.destinations.internal.sql.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A DuckDB file as a destination: one table a stream, in the schema of its namespace, and the
/// state in a table of the same file. Rows and state land in one transaction, so a run that is
/// killed at any instant resumes without loss and without duplicates. DuckDB lets one process in at
/// a time.
///
/// The file is created with the first writer and held open until {@link #close}.
public final class DuckDbDestination implements Destination {
  /// DuckDB loads best in large steps; what a crash may cost is bounded by the age.
  private static final CommitPolicy POLICY = new CommitPolicy(64L << 20, Duration.ofSeconds(10));

  private final Location location;
  private final Clock clock;
  private final CommitStep.Listener steps;
  private final StoredStates states;
  private @Nullable Database database;

  private DuckDbDestination(Location location, Clock clock, CommitStep.Listener steps) {
    this.location = location;
    this.clock = clock;
    this.steps = steps;
    this.states = new StoredStates(location);
  }

  /// Names a file; nothing is opened or created yet. Starts to load DuckDB's library meanwhile.
  ///
  /// @param path relative to the working folder; `~` is the home folder
  /// @throws GodwitException CONFIG `duckdb.no-file` when the path is empty
  public static DuckDbDestination open(String path, Clock clock) {
    return open(path, System.getenv(), clock);
  }

  /// As {@link #open(String, Clock)}.
  ///
  /// @param variables the environment: a token, the storage of new files
  public static DuckDbDestination open(String path, Map<String, String> variables, Clock clock) {
    return open(path, variables, clock, CommitStep.Listener.SILENT);
  }

  /// As {@link #open(String, Clock)}, with somebody who hears of the steps of every commit.
  static DuckDbDestination open(String path, Clock clock, CommitStep.Listener steps) {
    return open(path, System.getenv(), clock, steps);
  }

  private static DuckDbDestination open(
      String path, Map<String, String> variables, Clock clock, CommitStep.Listener steps) {
    Location location = Location.of(path, variables);
    DriverStart.begin();
    return new DuckDbDestination(location, clock, steps);
  }

  @Override
  public CheckResult check() {
    GodwitException obstacle = location.obstacle();
    if (obstacle != null) {
      return new CheckResult(obstacle.describe());
    }
    if (!location.exists()) {
      return CheckResult.OK;
    }
    try (Connection connection = location.connectReadOnly(new Properties())) {
      StateTable.readAll(connection, DuckDbDialect.INSTANCE);
      return CheckResult.OK;
    } catch (GodwitException e) {
      return new CheckResult(e.describe());
    } catch (SQLException e) {
      return new CheckResult(location.failed(e).describe());
    }
  }

  /// What the file has now; asking does not create the file.
  ///
  /// @throws GodwitException TRANSIENT `duckdb.locked` when another process has the file open;
  ///   CONFIG `destination.newer-state` when a later Godwit wrote the state
  @Override
  public StoredStream stored(StreamName stream) {
    StateTable.Row row = states.read().get(stream);
    return row == null ? StoredStream.NONE : row.stored(stream);
  }

  @Override
  public long clear(StreamName stream) {
    return location.exists()
        ? database()
            .with(connection ->
                Clearing.run(connection, DuckDbDialect.INSTANCE, stream, clock.instant()))
        : 0;
  }

  @Override
  public List<StreamName> streams() {
    return states.read().keySet().stream()
        .sorted(Comparator.comparing(StreamName::toString))
        .toList();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return POLICY;
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return location.exists()
        ? looking(
            connection -> BackfillTable.read(connection, DuckDbDialect.INSTANCE, stream, range))
        : null;
  }

  @Override
  public List<String> statements(StreamPlan plan) {
    return location.exists()
        ? looking(connection -> PlannedStatements.of(connection, DuckDbDialect.INSTANCE, plan))
        : PlannedStatements.ofNew(DuckDbDialect.INSTANCE, plan);
  }

  @Override
  public List<PastRun> past(StreamName stream, int most) {
    return location.exists()
        ? looking(connection -> RunTable.past(connection, DuckDbDialect.INSTANCE, stream, most))
        : List.of();
  }

  @Override
  public Object place() {
    return location.place();
  }

  /// @throws GodwitException CONFIG `duckdb.no-database` when there is no file
  @Override
  public Source contents() {
    if (!location.exists()) {
      throw location.missing();
    }
    return new ContentSource(
        () -> looking(connection -> StoredRelations.read(connection, DuckDbDialect.INSTANCE)),
        relation ->
            DuckDbFeed.open(location.connectReadOnly(new Properties()), relation, clock.millis()),
        () ->
            new SqlThread(
                Thread.ofPlatform().name("duckdb contents").daemon().factory(), location::failed));
  }

  /// Asks a file that is there, and changes nothing.
  private <T extends @Nullable Object> T looking(Use<T> look) {
    try (Connection connection = location.connectReadOnly(new Properties())) {
      return look.of(connection);
    } catch (SQLException e) {
      throw location.failed(e);
    }
  }

  @Override
  public void remember(List<RunEntry> run) {
    if (location.exists()) {
      database()
          .with(connection -> {
            RunTable.add(connection, DuckDbDialect.INSTANCE, run, clock.instant());
            return null;
          });
    }
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    Database open = database();
    return TableWriter.open(open.session(), open.claims(), clock, steps, plan);
  }

  @Override
  public StreamWriter compare(StreamPlan plan, Consumer<Comparison> found) {
    GodwitException obstacle = location.obstacle();
    if (obstacle == null && !location.exists()) {
      obstacle = location.missing();
    }
    if (obstacle != null) {
      throw obstacle;
    }
    return ComparingWriter.open(database().session(), plan, found);
  }

  private synchronized Database database() {
    Database open = database;
    if (open == null) {
      open = Database.open(location);
      database = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
      database = null;
    }
  }
}
