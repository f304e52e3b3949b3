package dev.godwit.manifest.internal.path;

import dev.godwit.manifest.internal.path.Segment.ListIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes a value where it lies.
final class Replacement {
  private Replacement() {}

  @SuppressWarnings("unchecked")
  static void put(Object parent, Object key, @Nullable Object value) {
    if (parent instanceof Map<?, ?> map) {
      ((Map<Object, @Nullable Object>) map).put(key, value);
    } else if (parent instanceof List<?> list && key instanceof ListIndex position) {
      ((List<@Nullable Object>) list).set(position.index(), value);
    }
  }
}
