package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CursorRange;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.stored.Succession;
import dev.godwit.storage.Storage;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ledgers that list no files: what was committed elsewhere.
public final class LedgerMemory implements StreamMemory {
  private final Ledgers ledgers;
  private final Clock clock;

  public LedgerMemory(Storage storage, Clock clock) {
    this.ledgers = new Ledgers(storage, clock);
    this.clock = clock;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return ledgers.look(stream).stored();
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return ledgers.look(stream).backfill(range);
  }

  @Override
  public List<StreamName> streams() {
    return ledgers.all().stream()
        .map(Ledger::stream)
        .sorted(Comparator.comparing(StreamName::toString))
        .toList();
  }

  @Override
  public void keep(StreamPlan plan, Checkpoint checkpoint) {
    Ledger before = ledgers.begin(plan.name());
    CursorRange range = plan.range();
    boolean complete = checkpoint.extent() == Extent.COMPLETE;
    ledgers.write(
        range == null
            ? before.with(Succession.after(plan, before.stored(), checkpoint, clock.instant()))
            : before.with(range, complete ? null : checkpoint.state()));
  }

  @Override
  public void forget(StreamName stream) {
    Ledger before = ledgers.look(stream);
    long next = before.stored().generation() + 1;
    ledgers.write(before.with(new StoredStream(null, next, null)).withoutBackfills());
  }
}
