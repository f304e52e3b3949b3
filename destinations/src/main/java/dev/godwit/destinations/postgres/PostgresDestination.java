package dev.godwit.destinations.postgres;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A Postgres database as a destination: one table a stream, in the schema of its namespace, and
/// the state in a table beside them. Rows and state land in one transaction, so a run that is
/// killed at any instant, or loses its connection, resumes without loss and without duplicates.
/// Several syncs may write to one database, as long as their streams are not the same.
public final class PostgresDestination implements Destination {
  /// What a crash may cost is bounded by the age.
  private static final CommitPolicy POLICY = new CommitPolicy(64L << 20, Duration.ofSeconds(10));

  private final Server server;
  private final PostgresDialect dialect;
  private final SeenStates seen;
  private final Clock clock;
  private final CommitStep.Listener steps;
  private @Nullable Connection reading;
  private @Nullable PostgresDatabase database;

  private PostgresDestination(Server server, Clock clock, CommitStep.Listener steps) {
    this.server = server;
    this.dialect = new PostgresDialect(server.address().schema());
    this.seen = new SeenStates(dialect);
    this.clock = clock;
    this.steps = steps;
  }

  /// Names a database; nothing is opened or created yet.
  ///
  /// @param rest what follows `postgresql:` in the URL
  /// @throws GodwitException CONFIG `postgres.bad-url` when it is none that can be used
  public static PostgresDestination open(String rest, Clock clock) {
    return open(rest, System.getenv(), clock);
  }

  /// As {@link #open(String, Clock)}.
  ///
  /// @param variables the environment: what the URL leaves open, and the password
  public static PostgresDestination open(String rest, Map<String, String> variables, Clock clock) {
    return open(rest, clock, CommitStep.Listener.SILENT, variables);
  }

  /// As {@link #open(String, Clock)}, with somebody who hears of the steps of every commit.
  static PostgresDestination open(
      String rest, Clock clock, CommitStep.Listener steps, Map<String, String> environment) {
    Server server = new Server(Address.of(rest, environment), environment);
    return new PostgresDestination(server, clock, steps);
  }

  @Override
  public CheckResult check() {
    try (Connection connection = server.connect()) {
      GodwitException obstacle = Rights.obstacle(connection, server.address());
      if (obstacle != null) {
        return new CheckResult(obstacle.describe());
      }
      StateTable.readAll(connection, dialect);
      return CheckResult.OK;
    } catch (GodwitException e) {
      return new CheckResult(e.describe());
    } catch (SQLException e) {
      return new CheckResult(server.failed(e).describe());
    }
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return read(connection -> seen.look(stream, connection));
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return read(connection -> BackfillTable.read(connection, dialect, stream, range));
  }

  @Override
  public List<StreamName> streams() {
    return read(connection ->
        StateTable.readAll(connection, dialect).keySet().stream()
            .sorted(Comparator.comparing(StreamName::toString))
            .toList());
  }

  @Override
  public List<String> statements(StreamPlan plan) {
    return read(connection -> PlannedStatements.of(connection, dialect, plan));
  }

  @Override
  public List<PastRun> past(StreamName stream, int most) {
    return read(connection -> RunTable.past(connection, dialect, stream, most));
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
  public long clear(StreamName stream) {
    try (PostgresSession session = PostgresSession.writing(database(), stream)) {
      return session.call(
          () -> Clearing.run(session.connection(), dialect, stream, clock.instant()));
    }
  }

  @Override
  public void remember(List<RunEntry> run) {
    try (Connection connection = server.connect()) {
      RunTable.add(connection, dialect, run, clock.instant());
    } catch (SQLException e) {
      throw server.failed(e);
    }
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    PostgresDatabase open = database();
    return TableWriter.open(
        PostgresSession.writing(open, plan.name()), open.claims(), clock, steps, plan);
  }

  @Override
  public StreamWriter compare(StreamPlan plan, Consumer<Comparison> found) {
    return ComparingWriter.open(PostgresSession.reading(database(), plan.name()), plan, found);
  }

  @Override
  public Object place() {
    Address address = server.address();
    return List.of(address.host(), address.port(), address.database(), address.schema());
  }

  @Override
  public Source contents() {
    return new ContentSource(
        () -> read(connection -> StoredRelations.read(connection, dialect)),
        relation -> PostgresFeed.open(server.connect(), dialect, relation, clock.millis()),
        () ->
            new SqlThread(Thread.ofVirtual().name("postgres contents").factory(), server::failed));
  }

  private synchronized <T extends @Nullable Object> T read(Use<T> what) {
    try {
      Connection open = reading;
      if (open == null || !open.isValid(0)) {
        open = server.connect();
        reading = open;
      }
      return what.of(open);
    } catch (SQLException e) {
      throw server.failed(e);
    }
  }

  private synchronized PostgresDatabase database() {
    PostgresDatabase open = database;
    if (open == null) {
      open = new PostgresDatabase(server, dialect, seen);
      database = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    try {
      if (reading != null) {
        reading.close();
        reading = null;
      }
    } catch (SQLException e) {
      throw server.failed(e);
    } finally {
      if (database != null) {
        database.close();
        database = null;
      }
    }
  }
}
