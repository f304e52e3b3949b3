package dev.godwit.manifest.internal.slice;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A stream with a cursor for each partition. Once all partitions of a reading are finished, one
/// cursor for new partitions moves too; with very many partitions it replaces theirs. Thread-safe
/// as {@link StreamCursor} says.
final class ManyPartitions implements StreamCursor {
  /// From here on one cursor stands for all partitions. The reference's number.
  static final int GLOBAL_FROM = 10_000;

  /// As many partitions' cursors are kept at most. The reference's number.
  static final int MOST_CURSORS = 25_000;

  private final StreamName stream;
  private final DateRules rules;
  private final Partitions partitions;
  private final Observer observer;
  private final Log log;
  private final Object lock = new Object();

  private final Map<PartitionKey, Intervals> cursors = new LinkedHashMap<>();
  private final Map<Long, PartitionKey> keys = new HashMap<>();
  private final OpenPartitions open = new OpenPartitions();
  private boolean global;
  private @Nullable String cursor;
  private @Nullable String newCursor;
  private long lookbackSeconds;
  private @Nullable Map<String, @Nullable Object> parents;
  private boolean sawValues;
  private long started;
  private int known;
  private long made;

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
    cursor = state.cursor();
    newCursor = state.cursor();
    lookbackSeconds = state.lookbackSeconds();
    parents = state.parents();
    for (Map.Entry<PartitionKey, Map<String, @Nullable Object>> known :
        state.cursors().entrySet()) {
      cursors.put(known.getKey(), new Intervals(rules, known.getValue()));
    }
    known = cursors.size();
  }

  @Override
  public @Nullable Slice next() throws InterruptedException {
    started = started == 0 ? System.nanoTime() : started;
    while (remaining.isEmpty()) {
      Partition partition = partitions.next();
      if (partition == null) {
        return null;
      }
      begin(partition);
    }
    Bounds bounds = remaining.remove();
    Slice slice =
        new Slice(
            stream, made++, current.values(), SliceBounds.toMap(bounds, rules), current.extras());
    synchronized (lock) {
      PartitionKey key = PartitionKey.of(current.values());
      keys.put(slice.number(), key);
      open.sliceMade(key, remaining.isEmpty());
    }
    return slice;
  }

  private void begin(Partition partition) {
    PartitionKey key = PartitionKey.of(partition.values());
    synchronized (lock) {
      limit();
      Intervals intervals = cursors.get(key);
      if (intervals == null) {
        intervals = new Intervals(rules, startOfNew());
        cursors.put(key, intervals);
        known++;
      }
      if (open.begin(key, partitions.parentState())) {
        current = partition;
        remaining.addAll(intervals.remaining());
      } else {
        log.warn("Stream %s: a partition came twice; it is read once.".formatted(stream));
      }
    }
  }

  /// New partitions go on from the cursor of all partitions, a little earlier for what arrived
  /// meanwhile.
  private Map<String, @Nullable Object> startOfNew() {
    Map<String, @Nullable Object> state = new HashMap<>();
    if (cursor != null) {
      OffsetDateTime from = rules.parse(cursor).minusSeconds(lookbackSeconds);
      state.put(rules.field(), rules.print(from));
    }
    return state;
  }

  private void limit() {
    if (!global && known > GLOBAL_FROM) {
      log.info(
          "Stream %s has more than %,d partitions: one cursor now stands for all."
              .formatted(stream, GLOBAL_FROM));
      global = true;
    }
    Iterator<PartitionKey> oldestFirst = cursors.keySet().iterator();
    while (cursors.size() >= MOST_CURSORS && oldestFirst.hasNext()) {
      oldestFirst.next();
      oldestFirst.remove();
    }
  }

  @Override
  public void observe(Slice slice, JsonRows rows) {
    OffsetDateTime greatest = observer.observe(slice, rows);
    if (greatest != null) {
      synchronized (lock) {
        sawValues = true;
        advance(rules.print(greatest));
      }
    }
  }

  /// The reference compares the values as text, and so do we.
  private void advance(String value) {
    if (newCursor == null || newCursor.compareTo(value) < 0) {
      newCursor = value;
    }
  }

  @Override
  public boolean admits(Slice slice, @Nullable Object value) {
    synchronized (lock) {
      Intervals own = global ? null : cursors.get(PartitionKey.of(slice.partition()));
      return (own == null ? new Intervals(rules, startOfNew()) : own).admits(value);
    }
  }

  @Override
  public void finish(Slice slice) {
    synchronized (lock) {
      OffsetDateTime greatest = observer.take(slice);
      PartitionKey key = keys.remove(slice.number());
      if (key == null) {
        return;
      }
      Intervals intervals = cursors.get(key);
      if (intervals != null && !global) {
        intervals.add(SliceBounds.of(slice, rules), greatest);
      }
      if (open.sliceFinished(key) && intervals != null && !global) {
        advance(String.valueOf(intervals.state().get(rules.field())));
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
        if (sawValues) {
          cursor = newCursor;
          lookbackSeconds = secondsSinceStart();
        }
        parents = partitions.parentState();
      }
      return snapshot();
    }
  }

  /// Rounded up: what arrived while we read must be within the next look-back.
  private long secondsSinceStart() {
    return Math.ceilDiv(Math.max(1, System.nanoTime() - started), 1_000_000_000L);
  }

  private Map<String, @Nullable Object> snapshot() {
    Map<PartitionKey, Map<String, @Nullable Object>> states = new LinkedHashMap<>();
    if (!global) {
      cursors.forEach((key, intervals) -> states.put(key, intervals.state()));
    }
    return new PartitionedState(global, states, cursor, lookbackSeconds, parents).toMap(rules);
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
