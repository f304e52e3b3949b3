package dev.godwit.protocol.foreign;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A destination that keeps rows as text and commits each slice.
final class Shelf implements Destination {
  private final Map<StreamName, List<String>> rows = new ConcurrentHashMap<>();
  private final Map<StreamName, StreamState> states = new ConcurrentHashMap<>();
  private final Map<StreamName, Extent> extents = new ConcurrentHashMap<>();

  List<String> rows(String stream) {
    return rows.getOrDefault(StreamName.of(stream), List.of());
  }

  StreamState state(String stream) {
    return states.get(StreamName.of(stream));
  }

  boolean isComplete(String stream) {
    return extents.get(StreamName.of(stream)) == Extent.COMPLETE;
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return new StoredStream(states.get(stream), 0, null);
  }

  @Override
  public List<StreamName> streams() {
    return List.copyOf(rows.keySet());
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return CommitPolicy.EACH_SLICE;
  }

  @Override
  public long clear(StreamName stream) {
    return 0;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return new Writer(plan.name());
  }

  @Override
  public void close() {}

  private final class Writer implements StreamWriter {
    private final StreamName stream;
    private final Map<Slice, List<String>> pending = new HashMap<>();

    Writer(StreamName stream) {
      this.stream = stream;
    }

    @Override
    public void append(RecordBatch batch) {
      switch (batch) {
        case JsonRows json -> {
          for (int row = 0; row < json.rows(); row++) {
            pending.computeIfAbsent(json.slice(), _ -> new ArrayList<>()).add(json.text(row));
          }
        }
      }
    }

    @Override
    public Landing commit(Checkpoint checkpoint) {
      List<String> landed = rows.computeIfAbsent(stream, _ -> new ArrayList<>());
      int before = landed.size();
      checkpoint.finished().forEach(slice -> landed.addAll(pending.getOrDefault(slice, List.of())));
      if (checkpoint.state() != null) {
        states.put(stream, checkpoint.state());
      }
      extents.put(stream, checkpoint.extent());
      return Landing.of(landed.size() - before);
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }
}
