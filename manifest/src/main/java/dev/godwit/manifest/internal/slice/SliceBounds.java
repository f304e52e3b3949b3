package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.slice.Windows.Bounds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bounds as they stand in a slice.
final class SliceBounds {
  private SliceBounds() {}

  static Map<String, @Nullable Object> toMap(Bounds bounds, DateRules rules) {
    Map<String, @Nullable Object> interval = new LinkedHashMap<>();
    interval.put(rules.startKey(), bounds.start());
    interval.put(rules.endKey(), bounds.end());
    return interval;
  }

  static Bounds of(Slice slice, DateRules rules) {
    return new Bounds(text(slice, rules.startKey()), text(slice, rules.endKey()));
  }

  private static String text(Slice slice, String key) {
    return Objects.requireNonNull(slice.interval().get(key), key).toString();
  }
}
