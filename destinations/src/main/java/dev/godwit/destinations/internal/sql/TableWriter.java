package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import dev.godwit.destinations.internal.stored.QuarantineRows;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one stream: stages rows on their arrival, and lands those of finished slices together
/// with the state. Rows that will surely land with the next checkpoint, or probably, are loaded
/// meanwhile.
///
/// Where a run replaces all rows, they collect in a table of their own over all commits, and take
/// the place of the old ones with the last commit. Until then the old rows and the old state stay.
public final class TableWriter implements StreamWriter {
  private final Session session;
  private final Claims claims;
  private final StreamName stream;
  private final StreamTable target;
  private final Landings landings;
  private final StagedRows staged;
  private final StreamTable quarantine;
  private @Nullable StagedRows rejected;
  private boolean closed;

  private TableWriter(
      Session session,
      Claims claims,
      StreamName stream,
      StreamTable target,
      StreamTable quarantine,
      Landings landings) {
    this.session = session;
    this.claims = claims;
    this.stream = stream;
    this.target = target;
    this.landings = landings;
    this.staged = session.stage(target);
    this.quarantine = quarantine;
  }

  /// Opens a writer. Looks at what the database has, and changes nothing.
  ///
  /// @param session of this writer alone, which closes it
  public static TableWriter open(
      Session session, Claims claims, Clock clock, CommitStep.Listener steps, StreamPlan plan) {
    return session.begin(() -> {
      Dialect dialect = session.dialect();
      StateTable.read(session.connection(), dialect, plan.name());
      TableName table = claims.claim(plan.name(), session.connection());
      StreamTables tables = StreamTables.of(session.connection(), dialect, plan, table);
      Landings landings = new Landings(session, clock, steps, tables);
      return new TableWriter(
          session, claims, plan.name(), tables.target(), tables.quarantine(), landings);
    });
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> addEarly(staged.append(rows));
    }
  }

  /// Rejected rows are few, and wait for their checkpoint.
  @Override
  public void reject(List<RejectedRow> rows) {
    StagedRows waiting = rejected == null ? session.stage(quarantine) : rejected;
    rejected = waiting;
    QuarantineRows.of(rows).forEach(waiting::append);
  }

  @Override
  public void ended(Slice slice) {
    addEarly(staged.end(slice));
  }

  private void addEarly(@Nullable Load load) {
    if (load != null) {
      session.later(() -> landings.addEarly(load));
    }
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    try (Load load = staged.take(checkpoint.finished());
        Load aside = rejected == null ? Load.NONE : rejected.take(checkpoint.finished())) {
      return session.call(
          () -> session.land(load, target, rows -> landings.land(rows, aside, checkpoint)));
    }
  }

  @Override
  public void abort() {
    staged.close();
    if (rejected != null) {
      rejected.close();
    }
    session.call(() -> {
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
      claims.release(stream);
      session.close();
    }
  }
}
