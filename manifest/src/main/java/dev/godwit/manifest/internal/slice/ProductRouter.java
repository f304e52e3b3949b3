package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import dev.godwit.manifest.internal.request.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partition for each combination of the partitions of several routers; the first router's varies
/// slowest. Where two give the same key, or want the same place in a request, the first one counts.
public record ProductRouter(List<Router> routers) implements Router {
  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    List<Partitions> factors = routers.stream().map(router -> router.open(state, meter)).toList();
    return new Product(factors);
  }

  @Override
  public void addTo(Draft draft, Slice slice) {
    for (Router router : routers) {
      Draft own = new Draft();
      router.addTo(own, slice);
      for (Part part : Part.values()) {
        own.part(part).forEach(draft.part(part)::putIfAbsent);
      }
    }
  }

  /// All partitions of every factor are held in memory, as in the reference.
  private static final class Product implements Partitions {
    private final List<Partitions> factors;
    private @Nullable List<List<Partition>> read;
    private long combinations;
    private long next;

    Product(List<Partitions> factors) {
      this.factors = factors;
    }

    @Override
    public @Nullable Partition next() throws InterruptedException {
      if (read == null) {
        read = readAll();
        combinations = read.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
      }
      return next == combinations ? null : combine(read, next++);
    }

    private List<List<Partition>> readAll() throws InterruptedException {
      List<List<Partition>> all = new ArrayList<>();
      for (Partitions factor : factors) {
        List<Partition> partitions = new ArrayList<>();
        for (Partition each = factor.next(); each != null; each = factor.next()) {
          partitions.add(each);
        }
        all.add(partitions);
      }
      return all;
    }

    private Partition combine(List<List<Partition>> factors, long number) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      Map<String, @Nullable Object> extras = new LinkedHashMap<>();
      long stride = combinations;
      long rest = number;
      for (List<Partition> factor : factors) {
        stride /= factor.size();
        Partition chosen = factor.get(Math.toIntExact(rest / stride));
        rest %= stride;
        chosen.values().forEach(values::putIfAbsent);
        chosen.extras().forEach(extras::putIfAbsent);
      }
      return new Partition(values, extras);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> parentState() {
      return null;
    }

    @Override
    public void close() {
      factors.forEach(Partitions::close);
    }
  }
}
