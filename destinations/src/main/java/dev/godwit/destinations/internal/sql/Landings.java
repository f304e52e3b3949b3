package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Landing;
import dev.godwit.core.StoredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.sql.Joining.Arrival;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.stored.Succession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lands the rows of a stream together with the state that covers them, each time in one
/// transaction. It may begin before its checkpoint, also with rows of a slice that is still being
/// read; if the checkpoint turns out to leave that slice out, it is taken back and all rows land
/// from their files. To be used on the session's thread.
final class Landings {
  private final Session session;
  private final Dialect dialect;
  private final Clock clock;
  private final CommitStep.Listener steps;
  private final StreamTables tables;
  private final List<Path> early = new ArrayList<>();
  private Progress progress;
  private boolean created;
  private boolean quarantineReady;
  private boolean open;
  private boolean refused;
  private @Nullable Arrival arrival;
  private long rows;

  /// Whether there were commits, and whether a later writer can go on from there.
  private enum Progress {
    NOTHING,
    LOST_WITHOUT_END,
    KEPT
  }

  Landings(Session session, Clock clock, CommitStep.Listener steps, StreamTables tables) {
    this.session = session;
    this.dialect = session.dialect();
    this.clock = clock;
    this.steps = steps;
    this.tables = tables;
    this.progress = tables.goesOn() ? Progress.KEPT : Progress.NOTHING;
  }

  /// Adds rows whose checkpoint is still to come, but for files that are added already. What goes
  /// wrong here is left to the checkpoint, which lands the same rows.
  void addEarly(Load load) {
    if (refused) {
      return;
    }
    try {
      if (!open) {
        begin();
      }
      Load fresh = load.without(early);
      add(fresh);
      early.addAll(fresh.files());
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      refused = true;
    }
  }

  /// Lands rows and state, all or nothing.
  ///
  /// @param rejected rows that go to quarantine
  Landing land(Load load, Load rejected, Checkpoint checkpoint) throws SQLException {
    steps.reached(CommitStep.STAGED);
    try {
      boolean first = !rejected.isEmpty() && !quarantineReady;
      if (open && (first || !load.files().containsAll(early))) {
        execute("rollback");
        forget();
      }
      if (first) {
        createQuarantine();
      }
      if (!open) {
        begin();
      }
      add(load.without(early));
      long aside = quarantine(rejected);
      Landing landing = finish(checkpoint).withQuarantined(aside);
      checkpoint.requireAll(landing);
      session.commit();
      steps.reached(CommitStep.COMMITTED);
      forget();
      refused = false;
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

  /// Several streams may create the table at the same time.
  private void createQuarantine() throws SQLException {
    StreamTable table = tables.quarantine();
    dialect.createOnce(
        session.connection(),
        table.name(),
        new TableChanges(dialect, table.name()).columns(table.shape()));
    quarantineReady = true;
  }

  private long quarantine(Load rejected) throws SQLException {
    if (rejected.isEmpty()) {
      return 0;
    }
    StreamTable table = tables.quarantine();
    try (Statement statement = session.connection().createStatement()) {
      return dialect.insert(statement, table, table.name(), rejected);
    }
  }

  /// What several streams may create at the same time is not part of any transaction.
  private void begin() throws SQLException {
    boolean usual = tables.plan().range() == null;
    if (!created) {
      StateTable.create(session.connection(), dialect);
      if (!usual) {
        BackfillTable.create(session.connection(), dialect);
      }
      dialect.createSchema(session.connection(), tables.main().name());
      created = true;
    }
    execute("begin transaction");
    open = true;
    steps.reached(CommitStep.BEGUN);
    try (Statement statement = session.connection().createStatement()) {
      if (progress == Progress.NOTHING && usual) {
        tables.dropCollected(statement);
      }
      tables.target().prepare(session.connection(), statement, dialect);
    }
  }

  private void add(Load load) throws SQLException {
    if (load.isEmpty()) {
      return;
    }
    try (Statement statement = session.connection().createStatement()) {
      Arrival coming = arrival;
      if (coming == null) {
        coming = tables.joining().begin(statement, tables.target());
        arrival = coming;
      }
      rows += tables.joining().add(statement, coming, load);
    }
  }

  private Landing finish(Checkpoint checkpoint) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      Landing landing =
          arrival == null ? Landing.of(0) : tables.joining().finish(statement, arrival, rows);
      steps.reached(CommitStep.LANDED);
      Instant now = clock.instant();
      if (tables.replaces() && checkpoint.extent() == Extent.COMPLETE) {
        landing =
            landing.with(
                tables
                    .takeover()
                    .run(session.connection(), tables.target().name(), checkpoint, now));
        steps.reached(CommitStep.REPLACED);
      }
      store(checkpoint, now);
      steps.reached(CommitStep.STATE_WRITTEN);
      return landing;
    }
  }

  private void store(Checkpoint checkpoint, Instant now) throws SQLException {
    StreamName stream = checkpoint.stream();
    CursorRange range = tables.plan().range();
    if (range != null) {
      boolean done = checkpoint.extent() == Extent.COMPLETE;
      BackfillTable.write(
          session.connection(), dialect, stream, range, done ? null : checkpoint.state());
      return;
    }
    StoredStream before = StateTable.read(session.connection(), dialect, stream);
    StateTable.write(
        session.connection(),
        dialect,
        stream,
        Succession.after(tables.plan(), before, checkpoint, now),
        now);
  }

  /// Takes back what was not committed, and removes what no later writer can go on with.
  void abort() throws SQLException {
    if (open) {
      execute("rollback");
      forget();
    }
    refused = false;
    if (progress == Progress.LOST_WITHOUT_END) {
      progress = Progress.NOTHING;
      try (Statement statement = session.connection().createStatement()) {
        tables.dropCollected(statement);
      }
    }
  }

  private void rollback(Exception failure) {
    boolean begun = open;
    forget();
    try {
      if (begun) {
        execute("rollback");
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void forget() {
    open = false;
    arrival = null;
    rows = 0;
    early.clear();
  }

  /// Takes a statement of its own, because one that fails is closed.
  private void execute(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
