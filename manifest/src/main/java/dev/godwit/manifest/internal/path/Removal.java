package dev.godwit.manifest.internal.path;

import dev.godwit.manifest.internal.path.Segment.ListIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes values out of objects and lists.
public final class Removal {
  private Removal() {}

  /// Removes every leaf that passes the test, wherever it lies. The reference ignores its field
  /// pointers as soon as there is a condition, and so do we.
  public static void leaves(Map<String, @Nullable Object> root, Predicate<@Nullable Object> test) {
    List<Runnable> removals = new ArrayList<>();
    collect(root, test, removals);
    removals.forEach(Runnable::run);
  }

  private static void collect(
      Object node, Predicate<@Nullable Object> test, List<Runnable> removals) {
    switch (node) {
      case Map<?, ?> map -> map.forEach((key, value) -> visit(map, key, value, test, removals));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(list, new ListIndex(i, list.size()), list.get(i), test, removals);
        }
      }
      default -> {}
    }
  }

  private static void visit(
      Object parent,
      Object key,
      @Nullable Object value,
      Predicate<@Nullable Object> test,
      List<Runnable> removals) {
    if (value instanceof Map || value instanceof List) {
      collect(value, test, removals);
    } else if (test.test(value)) {
      removals.add(() -> remove(parent, key));
    }
  }

  static void cut(Object parent, Object key) {
    if (parent instanceof Map<?, ?> map) {
      map.remove(key);
    } else if (parent instanceof List<?> list && key instanceof ListIndex position) {
      list.remove(position.index());
    }
  }

  @SuppressWarnings("unchecked")
  static void remove(Object parent, Object key) {
    if (parent instanceof Map<?, ?> map) {
      map.remove(key);
    } else if (parent instanceof List<?> list && key instanceof ListIndex position) {
      if (position.index() == list.size() - 1) {
        list.removeLast();
      } else if (position.index() < list.size()) {
        ((List<@Nullable Object>) list).set(position.index(), null);
      }
    }
  }
}
