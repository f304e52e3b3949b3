package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.request.Meter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The partitions of several routers, one router after the other, each value once. A partition
/// keeps only its value; what else a router gave it rides along.
///
/// @param field name of the value in every partition
public record UnionRouter(List<Router> routers, String field) implements Router {
  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    return new Union(routers.stream().map(router -> router.open(state, meter)).toList(), field);
  }

  @Override
  public void addTo(Draft draft, Slice slice) {}

  static GodwitException notComparable(@Nullable Object value, PythonException cause) {
    return GodwitException.system(
            "partition.not-comparable",
            "Lists and objects cannot be told apart as partitions: " + Repr.str(value) + ".")
        .hint("Choose a parent_key that holds a text or a number.")
        .causedBy(cause);
  }

  private static final class Union implements Partitions {
    private final List<Partitions> members;
    private final String field;
    private final PythonSet seen = PythonSet.of(List.of());
    private int current;

    Union(List<Partitions> members, String field) {
      this.members = members;
      this.field = field;
    }

    @Override
    public @Nullable Partition next() throws InterruptedException {
      while (current < members.size()) {
        Partition next = members.get(current).next();
        if (next == null) {
          current++;
        } else if (isNew(next)) {
          return reduced(next);
        }
      }
      return null;
    }

    private boolean isNew(Partition partition) {
      if (!partition.values().containsKey(field)) {
        throw GodwitException.config(
            "manifest.router",
            "A router of a union gave "
                + partition.values().keySet()
                + " instead of "
                + field
                + ".");
      }
      Object value = partition.values().get(field);
      try {
        boolean known = seen.contains(value);
        seen.add(value);
        return !known;
      } catch (PythonException e) {
        throw notComparable(value, e);
      }
    }

    private Partition reduced(Partition partition) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put(field, partition.values().get(field));
      Map<String, @Nullable Object> extras = new LinkedHashMap<>(partition.extras());
      partition
          .values()
          .forEach((key, value) -> {
            if (!key.equals(field)) {
              extras.put(key, value);
            }
          });
      return new Partition(values, extras);
    }

    @Override
    public Map<String, @Nullable Object> parentState() {
      Map<String, @Nullable Object> states = new LinkedHashMap<>();
      for (Partitions member : members) {
        Map<String, @Nullable Object> own = member.parentState();
        if (own != null) {
          states.putAll(own);
        }
      }
      return states;
    }

    @Override
    public void close() {
      members.forEach(Partitions::close);
    }
  }
}
