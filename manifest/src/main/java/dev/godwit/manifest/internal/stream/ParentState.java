package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.stream.SubstreamRouter.Parent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the state of a parent in the state of its child, which has had several forms.
final class ParentState {
  private static final String DONE = "__ab_no_cursor_state_message";

  private ParentState() {}

  /// The parent's own state where the child holds it, else the child's cursor for all partitions,
  /// else a child's plain cursor under the parent's name for it. Empty where the parent is read
  /// from its beginning.
  static Map<String, @Nullable Object> of(Parent parent, Map<String, @Nullable Object> childState) {
    Map<String, @Nullable Object> child = new LinkedHashMap<>(childState);
    child.remove(DONE);
    if (!parent.incremental() || child.isEmpty()) {
      return Map.of();
    }
    Object own =
        child.get("parent_state") instanceof Map<?, ?> parents
            ? parents.get(parent.stream().name().name())
            : null;
    if (own != null) {
      return map(own);
    }
    return child.containsKey("state") ? map(child.get("state")) : legacy(parent, child);
  }

  private static Map<String, @Nullable Object> legacy(
      Parent parent, Map<String, @Nullable Object> child) {
    String cursor = parent.stream().cursorField();
    Object value = child.size() == 1 ? child.values().iterator().next() : null;
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    if (cursor != null && (value instanceof String || value instanceof Number)) {
      state.put(cursor, value);
    }
    return state;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
