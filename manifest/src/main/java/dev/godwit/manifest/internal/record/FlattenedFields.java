package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lifts everything inside objects to the top. A field keeps its name unless that is taken; then,
/// and as soon as a list was met, its path comes before it. What comes last in the row is lifted
/// first, as in the reference, so the order is turned around.
///
/// @param lists whether elements of lists are lifted too
record FlattenedFields(boolean lists) implements Transformation {
  private record Part(@Nullable Object value, String name) {}

  @Override
  public void apply(Map<String, @Nullable Object> row, Scope scope) {
    Map<String, @Nullable Object> flat = flat(row);
    row.clear();
    row.putAll(flat);
  }

  private Map<String, @Nullable Object> flat(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    Deque<Part> parts = new ArrayDeque<>();
    parts.push(new Part(row, "_"));
    boolean metList = false;
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      switch (part.value()) {
        case Map<?, ?> map -> {
          for (Map.Entry<?, ?> field : map.entrySet()) {
            String own = String.valueOf(field.getKey());
            boolean qualified = metList || flat.containsKey(own);
            parts.push(new Part(field.getValue(), qualified ? part.name() + "." + own : own));
          }
        }
        case List<?> list when lists -> {
          metList |= !list.isEmpty();
          for (int i = 0; i < list.size(); i++) {
            parts.push(new Part(list.get(i), part.name() + "." + i));
          }
        }
        case null, default -> flat.put(part.name(), part.value());
      }
    }
    return flat;
  }
}
