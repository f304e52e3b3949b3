package dev.godwit.manifest.internal.path;

import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts values into objects and lists and makes what is missing on the way. Path steps stand for
/// themselves, there are no globs.
public final class Placement {
  private Placement() {}

  /// Sets the value at a path. A missing parent becomes a list where the next step is a number,
  /// else an object; lists are filled up with nulls.
  ///
  /// @throws GodwitException SYSTEM `path.blocked` when a step leads through a value that is
  ///   neither
  public static void put(
      Map<String, @Nullable Object> root, List<String> path, @Nullable Object value) {
    Object current = root;
    for (int i = 0; i < path.size() - 1; i++) {
      Object next = get(current, path.get(i));
      if (next == null && !isPresent(current, path.get(i))) {
        next = isNumber(path.get(i + 1)) ? new ArrayList<>() : new LinkedHashMap<>();
        set(current, path.get(i), next, path);
      }
      if (!(next instanceof Map || next instanceof List)) {
        throw blocked(path);
      }
      current = next;
    }
    set(current, path.getLast(), value, path);
  }

  private static @Nullable Object get(Object parent, String step) {
    return switch (parent) {
      case Map<?, ?> map -> map.get(step);
      case List<?> list when isPresent(list, step) -> list.get(Integer.parseInt(step));
      default -> null;
    };
  }

  private static boolean isPresent(Object parent, String step) {
    return switch (parent) {
      case Map<?, ?> map -> map.containsKey(step);
      case List<?> list -> isNumber(step) && Integer.parseInt(step) < list.size();
      default -> false;
    };
  }

  @SuppressWarnings("unchecked")
  private static void set(Object parent, String step, @Nullable Object value, List<String> path) {
    switch (parent) {
      case Map<?, ?> map -> ((Map<String, @Nullable Object>) map).put(step, value);
      case List<?> raw when isNumber(step) -> {
        List<@Nullable Object> list = (List<@Nullable Object>) raw;
        int index = Integer.parseInt(step);
        while (list.size() <= index) {
          list.add(null);
        }
        list.set(index, value);
      }
      default -> throw blocked(path);
    }
  }

  private static boolean isNumber(String step) {
    return !step.isEmpty() && step.length() < 7 && step.chars().allMatch(Character::isDigit);
  }

  private static GodwitException blocked(List<String> path) {
    return GodwitException.system(
            "path.blocked",
            "The field " + String.join(".", path) + " cannot be set: a parent is no object.")
        .hint("Choose another path, or remove the parent first.");
  }
}
