package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stream with a cursor for each partition. Once all partitions of a reading are finished, one
/// cursor for new partitions moves too; with very many partitions it replaces theirs. Thread-safe
/// as {@link StreamCursor} says.
final class ManyPartitions implements StreamCursor {
  /// A partition, and the state of its parents when it was made.
  private record Made(Partition partition, @Nullable Map<String, @Nullable Object> parentState) {}

  private final StreamName stream;
  private final DateRules rules;
  private final Partitions partitions;
  private final Observer observer;
  private final Log log;
  private final Object lock = new Object();

  private final KnownPartitions known = new KnownPartitions();
  private final OpenPartitions open = new OpenPartitions();
  private final SharedCursor shared;
  private final Intervals startOfNew;
  private boolean global;
  private boolean warned;
  private @Nullable Map<String, @Nullable Object> parents;
  private long made;

  private boolean begun;
  private @Nullable Made ahead;
  private Partition current = Partition.WHOLE;
  private final Queue<Bounds> remaining = new ArrayDeque<>();

  ManyPartitions(
      StreamName stream,
      DateRules rules,
      Partitions partitions,
      PartitionedState state,
      Observer observer,
      Log log) {
    this.stream = stream;
    this.rules = rules;
    this.partitions = partitions;
    this.observer = observer;
    this.log = log;
    global = state.global();
    shared = new SharedCursor(rules, state.cursor(), state.lookbackSeconds());
    startOfNew = new Intervals(rules, shared.startOfNew());
    parents = state.parents();
    for (Map.Entry<PartitionKey, Map<String, @Nullable Object>> stored :
        state.cursors().entrySet()) {
      known.add(stored.getKey(), new Intervals(rules, stored.getValue()));
    }
  }

  @Override
  public @Nullable Slice next() throws InterruptedException {
    while (remaining.isEmpty()) {
      Made next = nextPartition();
      if (next == null) {
        return null;
      }
      begin(next);
    }
    Bounds bounds = remaining.remove();
    Slice slice =
        new Slice(
            stream, made++, current.values(), SliceBounds.toMap(bounds, rules), current.extras());
    synchronized (lock) {
      open.sliceMade(PartitionKey.of(current.values()), remaining.isEmpty());
    }
    return slice;
  }

  /// As in the reference, a partition is taken when the one after it is known, so that an error of
  /// a parent keeps one more from being read.
  private @Nullable Made nextPartition() throws InterruptedException {
    if (!begun) {
      begun = true;
      synchronized (lock) {
        shared.start();
      }
      ahead = make();
    }
    Made next = ahead;
    ahead = next == null ? null : make();
    return next;
  }

  private @Nullable Made make() throws InterruptedException {
    Partition partition = partitions.next();
    return partition == null ? null : new Made(partition, partitions.parentState());
  }

  private void begin(Made next) {
    PartitionKey key = PartitionKey.of(next.partition().values());
    synchronized (lock) {
      limit();
      Intervals intervals = known.find(key);
      if (intervals == null) {
        intervals = new Intervals(rules, shared.startOfNew());
        known.add(key, intervals);
      }
      if (open.isOpen(key)) {
        warnOfDuplicates();
        return;
      }
      remaining.addAll(intervals.remaining());
      open.begin(key, next.parentState(), remaining.isEmpty());
      current = next.partition();
    }
  }

  private void warnOfDuplicates() {
    if (!warned) {
      warned = true;
      log.warn("Stream %s: partitions came twice; they are read once.".formatted(stream));
    }
  }

  private void limit() {
    if (!global && known.areTooMany()) {
      log.info(
          "Stream %s has more than 10,000 partitions: one cursor now stands for all."
              .formatted(stream));
      global = true;
    }
    known.makeRoom(open::isOpen);
  }

  @Override
  public void observe(Slice slice, JsonRows rows) {
    Set<String> seen = new HashSet<>();
    observer.observe(slice, rows, value -> seen.add(rules.print(value)));
    synchronized (lock) {
      seen.forEach(shared::observe);
    }
  }

  @Override
  public boolean admits(Slice slice, @Nullable Object value) {
    synchronized (lock) {
      Intervals own = global ? null : known.find(PartitionKey.of(slice.partition()));
      return (own == null ? startOfNew : own).admits(value);
    }
  }

  @Override
  public void finish(Slice slice) {
    synchronized (lock) {
      OffsetDateTime greatest = observer.take(slice);
      PartitionKey key = PartitionKey.of(slice.partition());
      Intervals intervals = global ? null : known.find(key);
      if (intervals != null) {
        intervals.add(SliceBounds.of(slice, rules), greatest);
      }
      if (open.sliceFinished(key) && intervals != null) {
        shared.advance(String.valueOf(intervals.state().get(rules.field())));
      }
      Map<String, @Nullable Object> moved = open.takeParentState();
      parents = moved == null ? parents : moved;
    }
  }

  @Override
  public @Nullable Map<String, @Nullable Object> state() {
    synchronized (lock) {
      boolean nothingToSay = global && (parents == null || parents.isEmpty());
      return nothingToSay ? null : snapshot();
    }
  }

  @Override
  public Map<String, @Nullable Object> end() {
    synchronized (lock) {
      if (open.allSlicesFinished()) {
        shared.settle();
        parents = partitions.parentState();
      }
      return snapshot();
    }
  }

  @Override
  public Map<String, @Nullable Object> snapshot() {
    synchronized (lock) {
      return PartitionedState.write(global ? null : known.states(), rules.field(), shared, parents);
    }
  }

  /// The reference's pause between two states, which grow with the number of partitions.
  @Override
  public Duration stateInterval() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void close() {
    partitions.close();
  }
}
