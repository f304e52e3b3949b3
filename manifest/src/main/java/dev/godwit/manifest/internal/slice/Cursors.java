package dev.godwit.manifest.internal.slice;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.log.Log;
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
      StreamName stream, CursorRules rules, Map<String, @Nullable Object> state, Log log) {
    return new SinglePartition(
        stream, rules, new Intervals(rules, state), new Observer(rules, log));
  }

  /// A cursor for each partition.
  ///
  /// @param oneForAll whether the manifest wants one cursor for all partitions; a stored state may
  ///   say otherwise
  /// @param state empty for a first reading
  public static StreamCursor partitioned(
      StreamName stream,
      CursorRules rules,
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
}
