package dev.godwit.testkit;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.RunEntry;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A destination that is asked to commit each slice at once, so that a short run has many commits.
record EagerDestination(Destination inner) implements Destination {
  @Override
  public CheckResult check() {
    return inner.check();
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return inner.stored(stream);
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return inner.backfill(stream, range);
  }

  @Override
  public List<StreamName> streams() {
    return inner.streams();
  }

  @Override
  public long clear(StreamName stream) {
    return inner.clear(stream);
  }

  @Override
  public void remember(List<RunEntry> run) {
    inner.remember(run);
  }

  @Override
  public Delivery delivery() {
    return inner.delivery();
  }

  @Override
  public Set<WriteMode> writeModes() {
    return inner.writeModes();
  }

  @Override
  public CommitPolicy commitPolicy() {
    return CommitPolicy.EACH_SLICE;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return inner.open(plan);
  }

  @Override
  public void close() {
    inner.close();
  }
}
