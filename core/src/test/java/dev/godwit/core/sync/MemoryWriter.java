package dev.godwit.core.sync;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps what a stream wrote, and when. Written by one thread; read by a test once the run is over.
final class MemoryWriter implements StreamWriter {
  private final MemoryDestination destination;
  private final Map<Slice, List<String>> pending = new LinkedHashMap<>();
  private final Map<Slice, List<RejectedRow>> rejected = new LinkedHashMap<>();
  private final List<RejectedRow> quarantine = new ArrayList<>();
  private final List<String> visible = new ArrayList<>();
  private final Deque<Runnable> unsaid = new ArrayDeque<>();
  private final List<Checkpoint> commits = new ArrayList<>();
  private @Nullable StreamState state;
  private boolean aborted;
  private boolean closed;

  MemoryWriter(MemoryDestination destination) {
    this.destination = destination;
  }

  @Override
  public void append(RecordBatch batch) {
    destination.onAppend(batch);
    List<String> rows = pending.computeIfAbsent(batch.slice(), _ -> new ArrayList<>());
    switch (batch) {
      case JsonRows json -> {
        for (int row = 0; row < json.rows(); row++) {
          rows.add(json.text(row));
        }
      }
    }
  }

  @Override
  public void reject(List<RejectedRow> rows) {
    rows.forEach(row -> rejected.computeIfAbsent(row.slice(), _ -> new ArrayList<>()).add(row));
  }

  @Override
  public void commit(Checkpoint checkpoint, Consumer<Landing> landed) {
    destination.onSend(checkpoint);
    unsaid.add(() -> landed.accept(commit(checkpoint)));
    boolean last = checkpoint.extent() == Checkpoint.Extent.COMPLETE;
    while (unsaid.size() > (destination.landsLate() && !last ? 1 : 0)) {
      unsaid.remove().run();
    }
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    long before = visible.size();
    long rejectedBefore = quarantine.size();
    for (Slice slice : checkpoint.finished()) {
      visible.addAll(pending.getOrDefault(slice, List.of()));
      pending.remove(slice);
      quarantine.addAll(rejected.getOrDefault(slice, List.of()));
    }
    commits.add(checkpoint);
    if (checkpoint.state() != null) {
      state = checkpoint.state();
    }
    return Landing.of(destination.onCommit(checkpoint, visible.size() - before))
        .withQuarantined(quarantine.size() - rejectedBefore);
  }

  @Override
  public void abort() {
    aborted = true;
    pending.clear();
  }

  @Override
  public void close() {
    closed = true;
  }

  List<RejectedRow> quarantine() {
    return quarantine;
  }

  List<String> visible() {
    return visible;
  }

  List<Checkpoint> commits() {
    return commits;
  }

  /// The numbers of the slices that each commit finished.
  List<List<Long>> finished() {
    return commits.stream()
        .map(commit -> commit.finished().stream().map(Slice::number).toList())
        .toList();
  }

  @Nullable StreamState state() {
    return state;
  }

  boolean aborted() {
    return aborted;
  }

  boolean closed() {
    return closed;
  }
}
