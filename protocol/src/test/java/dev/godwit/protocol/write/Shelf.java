package dev.godwit.protocol.write;

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
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A destination in memory, which notes what it is told.
final class Shelf implements Destination {
  final Map<StreamName, List<String>> committed = new LinkedHashMap<>();
  final Map<StreamName, StoredStream> stored = new HashMap<>();
  final List<StreamPlan> plans = new ArrayList<>();
  final List<Checkpoint> checkpoints = new ArrayList<>();
  CommitPolicy policy = new CommitPolicy(Long.MAX_VALUE, Duration.ofDays(1));
  String broken = "";
  int open;

  List<String> rows(String stream) {
    return committed.getOrDefault(new StreamName(null, stream), List.of());
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return stored.getOrDefault(stream, StoredStream.NONE);
  }

  @Override
  public List<StreamName> streams() {
    return List.copyOf(committed.keySet());
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return policy;
  }

  @Override
  public long clear(StreamName stream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    plans.add(plan);
    open++;
    return new Writer(plan);
  }

  @Override
  public void close() {}

  private final class Writer implements StreamWriter {
    private final StreamPlan plan;
    private final Map<Slice, List<String>> waiting = new LinkedHashMap<>();
    private final List<String> collected = new ArrayList<>();

    Writer(StreamPlan plan) {
      this.plan = plan;
    }

    @Override
    public void append(RecordBatch batch) {
      if (plan.name().name().equals(broken)) {
        throw GodwitException.system("shelf.broken", "The shelf broke.");
      }
      JsonRows rows = (JsonRows) batch;
      for (int row = 0; row < rows.rows(); row++) {
        waiting.computeIfAbsent(rows.slice(), _ -> new ArrayList<>()).add(rows.text(row));
      }
    }

    @Override
    public Landing commit(Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
      List<String> landing = new ArrayList<>();
      checkpoint.finished().forEach(slice -> landing.addAll(waiting.remove(slice)));
      List<String> shown = committed.computeIfAbsent(plan.name(), _ -> new ArrayList<>());
      if (!plan.generation().replaces()) {
        shown.addAll(landing);
      } else {
        collected.addAll(landing);
        if (checkpoint.extent() == Extent.COMPLETE) {
          shown.clear();
          shown.addAll(collected);
        }
      }
      return Landing.of(landing.size());
    }

    @Override
    public void abort() {
      waiting.clear();
    }

    @Override
    public void close() {
      open--;
      abort();
    }
  }
}
