package dev.godwit.cli.plan;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells in what two plans differ.
final class PlanDifference {
  private PlanDifference() {}

  /// The first difference in words; null where there is none. What is only expected is no part of a
  /// plan.
  static @Nullable String between(Map<?, ?> planned, Map<?, ?> now) {
    return between(
        "",
        JsonParser.STRICT.parse(JsonWriter.text(planned)),
        JsonParser.STRICT.parse(JsonWriter.text(now)));
  }

  private static @Nullable String between(
      String path, @Nullable Object planned, @Nullable Object now) {
    if (planned instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
      return members(path, before, after);
    }
    if (planned instanceof List<?> before
        && now instanceof List<?> after
        && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        String found = between(path + name(before.get(i), i), before.get(i), after.get(i));
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    return Objects.equals(planned, now)
        ? null
        : "%s was %s and is %s".formatted(path, text(planned), text(now));
  }

  private static @Nullable String members(String path, Map<?, ?> before, Map<?, ?> after) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.remove(PlanJson.EXPECTED);
    for (Object key : keys) {
      String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
      String found = between(inner, before.get(key), after.get(key));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String name(@Nullable Object element, int index) {
    return element instanceof Map<?, ?> object && object.get("stream") instanceof String stream
        ? "." + stream
        : "[" + index + "]";
  }

  private static String text(@Nullable Object value) {
    return value == null ? "nothing" : JsonWriter.text(value);
  }
}
