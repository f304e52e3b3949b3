package dev.godwit.manifest.internal.property;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.QueryProperties.GroupByKeyMergeStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What rows of several requests have in common when they are parts of one row.
record RowKey(List<String> fields) {
  private static final List<String> DEFAULT = List.of("id");

  static RowKey of(@Nullable GroupByKeyMergeStrategy spec) {
    return new RowKey(spec == null ? DEFAULT : List.copyOf(spec.key()));
  }

  /// The key of a row; null for a row that lacks a field of it, which then stays alone.
  ///
  /// @throws GodwitException SYSTEM `record.merge-key` when a field is no text, as in the reference
  @Nullable String of(Map<String, @Nullable Object> row) {
    List<String> parts = new ArrayList<>();
    for (String field : fields) {
      Object value = row.get(field);
      if (!Truth.of(value)) {
        return null;
      }
      parts.add(text(field, value));
    }
    return String.join(",", parts);
  }

  private static String text(String field, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw GodwitException.system(
            "record.merge-key",
            "Rows of several property chunks are merged by " + field + ", which is not a text.")
        .hint("Make it a text with a transformation, or name another key.");
  }
}
