package dev.godwit;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Comparison;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import java.util.List;
import java.util.function.Consumer;

/// A destination that compares rows with its own instead of taking them.
record ComparingDestination(Destination inner, Consumer<Comparison> found) implements Destination {
  @Override
  public CheckResult check() {
    return inner.check();
  }

  /// Everything is read, whatever was stored.
  @Override
  public StoredStream stored(StreamName stream) {
    return StoredStream.NONE;
  }

  @Override
  public List<StreamName> streams() {
    return inner.streams();
  }

  @Override
  public Delivery delivery() {
    return inner.delivery();
  }

  @Override
  public CommitPolicy commitPolicy() {
    return inner.commitPolicy();
  }

  @Override
  public long clear(StreamName stream) {
    return 0;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return inner.compare(plan, found);
  }

  @Override
  public StreamWriter compare(StreamPlan plan, Consumer<Comparison> result) {
    return inner.compare(plan, result);
  }

  @Override
  public void close() {
    inner.close();
  }
}
