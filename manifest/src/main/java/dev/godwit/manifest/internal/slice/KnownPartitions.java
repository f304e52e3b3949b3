package dev.godwit.manifest.internal.slice;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The cursors of a stream's partitions, in the order in which they became known, and no more of
/// them than the reference keeps. Guarded by its owner's lock.
final class KnownPartitions {
  /// With more partitions than this one cursor stands for all. The reference's number.
  private static final int GLOBAL_BEYOND = 10_000;

  /// Before a partition is made, fewer cursors than this are kept. The reference's number.
  private static final int FEWER_THAN = 25_000;

  /// A partition's cursor, and how it is stored.
  private static final class Known {
    final Intervals cursor;
    private @Nullable Map<String, @Nullable Object> entry;

    Known(Intervals cursor) {
      this.cursor = cursor;
    }

    /// The same object until the cursor moves: parents are asked for their state again and again.
    Map<String, @Nullable Object> entry(PartitionKey key) {
      Map<String, @Nullable Object> former = entry;
      Map<String, @Nullable Object> state = cursor.state();
      if (former != null && state.equals(former.get("cursor"))) {
        return former;
      }
      Map<String, @Nullable Object> latest = new LinkedHashMap<>();
      latest.put("partition", former == null ? key.partition() : former.get("partition"));
      latest.put("cursor", state);
      entry = latest;
      return latest;
    }
  }

  private final Map<PartitionKey, Known> cursors = new LinkedHashMap<>();
  private long known;

  void add(PartitionKey key, Intervals cursor) {
    known++;
    cursors.put(key, new Known(cursor));
  }

  @Nullable Intervals find(PartitionKey key) {
    Known found = cursors.get(key);
    return found == null ? null : found.cursor;
  }

  boolean areTooMany() {
    return known > GLOBAL_BEYOND;
  }

  /// Makes room for one more: drops the oldest that are not being read, else the oldest.
  void makeRoom(Predicate<PartitionKey> isOpen) {
    while (cursors.size() >= FEWER_THAN) {
      Iterator<PartitionKey> oldestFirst = cursors.keySet().iterator();
      PartitionKey oldest = oldestFirst.next();
      PartitionKey chosen = oldest;
      while (isOpen.test(chosen) && oldestFirst.hasNext()) {
        chosen = oldestFirst.next();
      }
      cursors.remove(isOpen.test(chosen) ? oldest : chosen);
    }
  }

  /// The partitions with their cursors, as they are stored.
  List<Map<String, @Nullable Object>> states() {
    List<Map<String, @Nullable Object>> states = new ArrayList<>(cursors.size());
    cursors.forEach((key, partition) -> states.add(partition.entry(key)));
    return states;
  }
}
