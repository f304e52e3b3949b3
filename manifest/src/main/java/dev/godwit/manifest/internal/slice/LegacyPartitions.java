package dev.godwit.manifest.internal.slice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads states that hold one object with a cursor under each parent's key. The keys stay texts, as
/// in the reference, so that a parent whose key is a number begins anew.
///
/// @param partitionField name of the key in a partition
/// @param cursorField name of the cursor
record LegacyPartitions(String partitionField, String cursorField) implements StateMigration {
  @Override
  public Map<String, @Nullable Object> migrate(Map<String, @Nullable Object> state) {
    boolean fits =
        !state.isEmpty()
            && !state.containsKey("states")
            && state.values().stream().allMatch(this::isCursor);
    if (!fits) {
      return state;
    }
    List<@Nullable Object> states = new ArrayList<>();
    state.forEach((key, cursor) -> {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("partition", Map.of(partitionField, key));
      entry.put("cursor", cursor);
      states.add(entry);
    });
    Map<String, @Nullable Object> migrated = new LinkedHashMap<>();
    migrated.put("states", states);
    return migrated;
  }

  private boolean isCursor(@Nullable Object value) {
    return value instanceof Map<?, ?> cursor
        && cursor.size() == 1
        && cursor.containsKey(cursorField);
  }
}
