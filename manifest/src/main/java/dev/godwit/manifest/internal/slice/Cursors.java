package dev.godwit.manifest.internal.slice;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.python.Truth;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses the cursor that fits a stream.
public final class Cursors {
  private Cursors() {}

  public static StreamCursor unordered(StreamName stream, Partitions partitions) {
    return new Unordered(stream, partitions);
  }

  /// A cursor over one partition.
  ///
  /// @param state empty for a first reading
  public static StreamCursor single(
      StreamName stream, DateRules rules, Map<String, @Nullable Object> state, Log log) {
    return new SinglePartition(
        stream, rules, new Intervals(rules, state), new Observer(rules, log));
  }

  /// A cursor that is a number.
  ///
  /// @param state empty for a first reading
  public static StreamCursor counting(
      StreamName stream, CountRules rules, Map<String, @Nullable Object> state, Log log) {
    return new CountingCursor(stream, rules, state, log);
  }

  /// A cursor for each partition.
  ///
  /// @param oneForAll whether the manifest wants one cursor for all partitions; a stored state may
  ///   say otherwise
  /// @param state empty for a first reading
  public static StreamCursor partitioned(
      StreamName stream,
      DateRules rules,
      Partitions partitions,
      boolean oneForAll,
      Map<String, @Nullable Object> state,
      Log log) {
    PartitionedState stored = PartitionedState.read(state, rules);
    boolean partitioned = state.containsKey("states") || state.containsKey("state");
    PartitionedState start =
        new PartitionedState(
            partitioned ? stored.global() : oneForAll,
            stored.cursors(),
            stored.cursor(),
            stored.lookbackSeconds(),
            stored.parents());
    return new ManyPartitions(stream, rules, partitions, start, new Observer(rules, log), log);
  }

  /// Whether a state says of a stream without a cursor that it was read.
  public static boolean wasRead(Map<String, @Nullable Object> state) {
    return Truth.of(state.get(Unordered.READ));
  }

  /// The moment that a state has come to, of all partitions where there are several; null where it
  /// holds none, or none that can be read.
  public static @Nullable OffsetDateTime reached(
      DateRules rules, Map<String, @Nullable Object> state, boolean partitioned) {
    Map<?, ?> own =
        partitioned ? (state.get("state") instanceof Map<?, ?> all ? all : Map.of()) : state;
    Object value =
        ConcurrentState.fits(own) ? ConcurrentState.reached(own) : own.get(rules.field());
    return value == null || !Truth.of(value) ? null : rules.parseOrNull(value);
  }
}
