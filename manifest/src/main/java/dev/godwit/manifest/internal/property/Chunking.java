package dev.godwit.manifest.internal.property;

import dev.godwit.manifest.internal.spec.QueryProperties.PropertyChunking;
import dev.godwit.manifest.internal.spec.QueryProperties.PropertyLimitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts a list of properties into what one request may ask for.
///
/// @param limit what a chunk holds at most; 0 for all in one
/// @param countsCharacters whether the limit counts characters instead of names
/// @param merge how rows of several chunks become one
public record Chunking(int limit, boolean countsCharacters, RowKey merge) {
  /// What a separator takes when it is encoded: `%2C`.
  private static final int SEPARATOR = 3;

  static Chunking of(PropertyChunking spec) {
    Integer limit = spec.propertyLimit();
    return new Chunking(
        limit == null ? 0 : limit,
        spec.propertyLimitType() == PropertyLimitType.CHARACTERS,
        RowKey.of(spec.recordMergeStrategy()));
  }

  /// The chunks. Names that are always there lead each chunk and do not count for the limit;
  /// without a limit they come last, and the selection does not count, as in the reference.
  ///
  /// @param selected null for all
  List<List<String>> cut(List<String> names, List<String> always, @Nullable Set<String> selected) {
    if (limit == 0) {
      return List.of(joined(names, always));
    }
    List<List<String>> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>(always);
    long size = 0;
    for (String name : names) {
      if (selected != null && !selected.contains(name)) {
        continue;
      }
      int added = countsCharacters ? name.codePointCount(0, name.length()) + SEPARATOR : 1;
      if (size + added > limit) {
        chunks.add(chunk);
        chunk = new ArrayList<>(always);
        size = 0;
      }
      chunk.add(name);
      size += added;
    }
    chunks.add(chunk);
    return chunks;
  }

  static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
