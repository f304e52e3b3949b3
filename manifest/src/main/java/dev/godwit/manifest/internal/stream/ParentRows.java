package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.Partition;
import dev.godwit.manifest.internal.slice.Partitions;
import dev.godwit.manifest.internal.stream.SubstreamRouter.Parent;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Reads the parents of a stream, one after the other, and hands out a partition for each of their
/// rows that has a key. Parents are read only as far as partitions are asked for.
final class ParentRows implements Partitions {
  private final List<ParentReading> readings;
  private final Queue<ParentReading> remaining;

  private final boolean embedding;

  /// @param embedding whether partitions bring the rows along that stand in their parent's row
  ParentRows(
      List<Parent> parents, Map<String, @Nullable Object> state, boolean embedding, Meter meter) {
    this.embedding = embedding;
    readings =
        parents.stream()
            .map(parent ->
                new ParentReading(
                    parent, parent.stream().read(ParentState.of(parent, state), meter)))
            .toList();
    remaining = new ArrayDeque<>(readings);
  }

  @Override
  public @Nullable Partition next() throws InterruptedException {
    while (true) {
      ParentReading reading = remaining.peek();
      if (reading == null) {
        return null;
      }
      ParentReading.Row row = reading.next();
      if (row == null) {
        remaining.remove();
        continue;
      }
      Partition partition = partition(reading.parent(), row);
      if (partition != null) {
        return partition;
      }
    }
  }

  private @Nullable Partition partition(Parent parent, ParentReading.Row row) {
    Object value = parent.key().in(row.rows(), row.number());
    if (value == null) {
      return null;
    }
    Map<String, @Nullable Object> identity = new LinkedHashMap<>();
    identity.put(parent.field(), value);
    identity.put("parent_slice", row.slice().partition());
    Map<String, @Nullable Object> extras = new LinkedHashMap<>();
    RowField embedded = embedding ? parent.embedded() : null;
    if (embedded != null) {
      Object rows = embedded.in(row.rows(), row.number());
      extras.put(EmbeddedPage.KEY, rows == null ? List.of() : rows);
    }
    parent.extras().forEach(extra -> extras.put(extra.name(), extra.in(row.rows(), row.number())));
    return new Partition(identity, extras);
  }

  @Override
  public Map<String, @Nullable Object> parentState() {
    Map<String, @Nullable Object> states = new LinkedHashMap<>();
    for (ParentReading reading : readings) {
      if (reading.parent().incremental()) {
        states.put(reading.parent().stream().name().name(), reading.state());
      }
    }
    return states;
  }

  @Override
  public void close() {
    readings.forEach(ParentReading::close);
  }
}
