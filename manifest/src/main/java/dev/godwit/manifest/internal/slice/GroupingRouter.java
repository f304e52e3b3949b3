package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.request.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Several partitions of another router in one: each key holds the list of their values.
///
/// @param size how many make a group; the last group may be smaller
/// @param deduplicate whether a value counts once in a whole reading
public record GroupingRouter(Router underlying, int size, boolean deduplicate) implements Router {
  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    return new Groups(underlying.open(state, meter), size, deduplicate);
  }

  @Override
  public void addTo(Draft draft, Slice slice) {}

  private static final class Groups implements Partitions {
    private final Partitions partitions;
    private final int size;
    private final @Nullable PythonSet seen;
    private volatile @Nullable Map<String, @Nullable Object> parentState = Map.of();

    Groups(Partitions partitions, int size, boolean deduplicate) {
      this.partitions = partitions;
      this.size = size;
      this.seen = deduplicate ? PythonSet.of(List.of()) : null;
    }

    @Override
    public @Nullable Partition next() throws InterruptedException {
      List<Partition> group = new ArrayList<>(size);
      while (group.size() < size) {
        Partition next = partitions.next();
        if (next == null) {
          break;
        }
        if (isNew(value(next))) {
          group.add(next);
        }
      }
      parentState = partitions.parentState();
      return group.isEmpty() ? null : together(group);
    }

    private static @Nullable Object value(Partition partition) {
      List<String> keys =
          partition.values().keySet().stream().filter(key -> !key.equals("parent_slice")).toList();
      if (keys.size() != 1) {
        throw GodwitException.config(
                "manifest.router",
                "Only partitions with a single key can be grouped, not " + keys + ".")
            .hint(
                "Group a ListPartitionRouter, a UnionPartitionRouter or a"
                    + " SubstreamPartitionRouter.");
      }
      return partition.values().get(keys.getFirst());
    }

    private boolean isNew(@Nullable Object value) {
      if (seen == null) {
        return true;
      }
      try {
        boolean known = seen.contains(value);
        seen.add(value);
        return !known;
      } catch (PythonException e) {
        throw UnionRouter.notComparable(value, e);
      }
    }

    private static Partition together(List<Partition> group) {
      Set<String> extras = new LinkedHashSet<>();
      group.forEach(each -> extras.addAll(each.extras().keySet()));
      return new Partition(
          lists(group, group.getFirst().values().keySet(), Partition::values),
          lists(group, extras, Partition::extras));
    }

    private static Map<String, @Nullable Object> lists(
        List<Partition> group,
        Set<String> keys,
        Function<Partition, Map<String, @Nullable Object>> fields) {
      Map<String, @Nullable Object> lists = new LinkedHashMap<>();
      for (String key : keys) {
        List<@Nullable Object> values = new ArrayList<>(group.size());
        group.forEach(each -> values.add(fields.apply(each).get(key)));
        lists.put(key, values);
      }
      return lists;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> parentState() {
      return parentState;
    }

    @Override
    public void close() {
      partitions.close();
    }
  }
}
