package dev.godwit.manifest.internal.slice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The partitions that are being read, and how far the parents' state may move: only past
/// partitions that are finished. Guarded by its owner's lock.
final class OpenPartitions {
  /// A partition of which slices are still out.
  private static final class Open {
    final long number;
    int slicesOut;
    boolean allMade;

    Open(long number) {
      this.number = number;
    }
  }

  /// The parents' state as it was when partition `number` was made.
  private record Snapshot(long number, @Nullable Map<String, @Nullable Object> parentState) {}

  private final Map<PartitionKey, Open> open = new HashMap<>();
  private final TreeSet<Long> unfinished = new TreeSet<>();
  private final Deque<Snapshot> snapshots = new ArrayDeque<>();
  private long made;
  private boolean stuck;

  boolean isOpen(PartitionKey key) {
    return open.containsKey(key);
  }

  /// Notes a new partition. One without slices never ends in the reference, so that the parents'
  /// state stays where it was before it; only the first of those is remembered.
  void begin(
      PartitionKey key, @Nullable Map<String, @Nullable Object> parentState, boolean isEmpty) {
    if (!stuck) {
      unfinished.add(made);
      Snapshot last = snapshots.peekLast();
      if (!isEmpty && (last == null || !Objects.equals(last.parentState(), parentState))) {
        snapshots.addLast(new Snapshot(made, parentState));
      }
    }
    stuck |= isEmpty;
    if (!isEmpty) {
      open.put(key, new Open(made));
    }
    made++;
  }

  void sliceMade(PartitionKey key, boolean isLast) {
    Open partition = open.get(key);
    if (partition != null) {
      partition.slicesOut++;
      partition.allMade = isLast;
    }
  }

  /// Notes the end of a slice; true when its partition is finished with it.
  boolean sliceFinished(PartitionKey key) {
    Open partition = open.get(key);
    if (partition == null) {
      return false;
    }
    partition.slicesOut--;
    if (partition.slicesOut > 0 || !partition.allMade) {
      return false;
    }
    open.remove(key);
    unfinished.remove(partition.number);
    return true;
  }

  /// The latest state of the parents that no unfinished partition depends on; null when there is no
  /// newer one.
  @Nullable Map<String, @Nullable Object> takeParentState() {
    Map<String, @Nullable Object> latest = null;
    Iterator<Snapshot> oldestFirst = snapshots.iterator();
    while (oldestFirst.hasNext()) {
      Snapshot snapshot = oldestFirst.next();
      if (!unfinished.isEmpty() && unfinished.first() <= snapshot.number()) {
        break;
      }
      latest = snapshot.parentState();
      oldestFirst.remove();
    }
    return latest;
  }

  /// Whether every slice that was made has ended.
  boolean allSlicesFinished() {
    return open.values().stream().allMatch(partition -> partition.slicesOut == 0);
  }
}
