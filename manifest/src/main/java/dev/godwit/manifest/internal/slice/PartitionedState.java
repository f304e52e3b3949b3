package dev.godwit.manifest.internal.slice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of a stream with many partitions, in the form that the reference stores it.
///
/// @param global whether one cursor stands for all partitions
/// @param cursors state of each partition's cursor; ignored where `global`
/// @param cursor the cursor that new partitions start from; null while unknown
/// @param lookbackSeconds how far before it they start
/// @param parents state of the parents; null where they keep none
record PartitionedState(
    boolean global,
    Map<PartitionKey, Map<String, @Nullable Object>> cursors,
    @Nullable String cursor,
    long lookbackSeconds,
    @Nullable Map<String, @Nullable Object> parents) {
  /// Reads a stored state. One without partitions, as other streams have it, counts for all
  /// partitions.
  static PartitionedState read(Map<String, @Nullable Object> state, DateRules rules) {
    Map<String, @Nullable Object> parents = map(state.get("parent_state"));
    boolean partitioned = state.containsKey("states") || state.containsKey("state");
    if (!partitioned) {
      return new PartitionedState(false, Map.of(), cursor(state, rules), 0, parents);
    }
    Map<PartitionKey, Map<String, @Nullable Object>> cursors = new LinkedHashMap<>();
    if (state.get("states") instanceof List<?> states) {
      for (Object entry : states) {
        Map<String, @Nullable Object> fields = map(entry);
        cursors.put(
            PartitionKey.of(orEmpty(map(fields == null ? null : fields.get("partition")))),
            orEmpty(map(fields == null ? null : fields.get("cursor"))));
      }
    }
    return new PartitionedState(
        Boolean.TRUE.equals(state.get("use_global_cursor")),
        cursors,
        cursor(orEmpty(map(state.get("state"))), rules),
        state.get("lookback_window") instanceof Number seconds ? seconds.longValue() : 0,
        parents);
  }

  private static @Nullable String cursor(Map<String, @Nullable Object> state, DateRules rules) {
    return state.containsKey(rules.field())
        ? rules.print(rules.parse(state.get(rules.field())))
        : null;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        ? (Map<String, @Nullable Object>) map
        : null;
  }

  private static Map<String, @Nullable Object> orEmpty(
      @Nullable Map<String, @Nullable Object> value) {
    return value == null ? Map.of() : value;
  }

  /// The form to store, keys in the reference's order.
  ///
  /// @param states the partitions with their cursors; null where one cursor stands for all
  /// @param parents state of the parents; null where they keep none
  static Map<String, @Nullable Object> write(
      @Nullable List<Map<String, @Nullable Object>> states,
      String cursorField,
      SharedCursor shared,
      @Nullable Map<String, @Nullable Object> parents) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("use_global_cursor", states == null);
    if (states != null) {
      state.put("states", states);
    }
    if (shared.value() != null) {
      Map<String, @Nullable Object> value = new LinkedHashMap<>();
      value.put(cursorField, shared.value());
      state.put("state", value);
    }
    state.put("lookback_window", shared.lookbackSeconds());
    if (parents != null) {
      state.put("parent_state", parents);
    }
    return state;
  }
}
