package dev.godwit.core.sync;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Checkpoint;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToLongBiFunction;

/// Keeps rows and states in memory. What happens on the way can be replaced by a test.
final class MemoryDestination implements Destination {
  private final CommitPolicy policy;
  private final Map<StreamName, MemoryWriter> writers = new ConcurrentHashMap<>();
  private final Map<StreamName, StoredStream> holding = new ConcurrentHashMap<>();
  private final List<Checkpoint> sent = Collections.synchronizedList(new ArrayList<>());
  private boolean late;
  private Consumer<RecordBatch> appending = batch -> {};
  private ToLongBiFunction<Checkpoint, Long> committing = (checkpoint, rows) -> rows;

  MemoryDestination(CommitPolicy policy) {
    this.policy = policy;
  }

  static MemoryDestination committingEachSlice() {
    return new MemoryDestination(CommitPolicy.EACH_SLICE);
  }

  MemoryDestination whenAppending(Consumer<RecordBatch> action) {
    appending = action;
    return this;
  }

  /// @param action is given the checkpoint and the rows that arrived, and says how many to report
  MemoryDestination whenCommitting(ToLongBiFunction<Checkpoint, Long> action) {
    committing = action;
    return this;
  }

  /// Says that a checkpoint has landed when the one after it is sent, and of all with the last one;
  /// what was interrupted begins anew.
  MemoryDestination landingLate() {
    late = true;
    return this;
  }

  boolean landsLate() {
    return late;
  }

  void onSend(Checkpoint checkpoint) {
    sent.add(checkpoint);
  }

  /// What was committed or was to be, by all writers.
  List<Checkpoint> sent() {
    return sent;
  }

  /// Claims to have stored something before.
  MemoryDestination holding(String stream, StoredStream stored) {
    holding.put(StreamName.of(stream), stored);
    return this;
  }

  void onAppend(RecordBatch batch) {
    appending.accept(batch);
  }

  long onCommit(Checkpoint checkpoint, long rows) {
    return committing.applyAsLong(checkpoint, rows);
  }

  boolean hasOpened(String stream) {
    return writers.containsKey(StreamName.of(stream));
  }

  MemoryWriter writer(String stream) {
    return Objects.requireNonNull(writers.get(StreamName.of(stream)), stream);
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    StoredStream held = holding.get(stream);
    if (held != null) {
      return held;
    }
    MemoryWriter writer = writers.get(stream);
    return writer == null ? StoredStream.NONE : new StoredStream(writer.state(), 0, null);
  }

  @Override
  public long clear(StreamName stream) {
    MemoryWriter writer = writers.remove(stream);
    return writer == null ? 0 : writer.visible().size();
  }

  @Override
  public List<StreamName> streams() {
    return List.copyOf(writers.keySet());
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public boolean resumesReplacements() {
    return !late;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return policy;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    MemoryWriter writer = new MemoryWriter(this);
    writers.put(plan.name(), writer);
    return writer;
  }

  @Override
  public void close() {}
}
