package dev.godwit.core.fit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells values apart that are too large for a field. DuckDB would take them, with many times their
/// size of memory.
public final class ValueSize {
  /// Characters of a text, or of all keys and texts inside a nested value.
  public static final int MOST = 32 << 20;

  private ValueSize() {}

  public static boolean isTooLarge(Object value) {
    return of(value) > MOST;
  }

  private static long of(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case Map<?, ?> object -> {
        long size = 0;
        for (Map.Entry<?, ?> field : object.entrySet()) {
          size += of(field.getKey()) + of(field.getValue());
        }
        yield size;
      }
      case List<?> array -> {
        long size = 0;
        for (Object element : array) {
          size += of(element);
        }
        yield size;
      }
      case null, default -> 1;
    };
  }
}
