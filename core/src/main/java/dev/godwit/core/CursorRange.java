package dev.godwit.core;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of a stream is read again: a stretch of its cursor, some of its partitions, or the part
/// that both have in common.
///
/// @param from the first value of the cursor as the source's bounds take it, for example
///   `2024-01-01`; null for all of it
/// @param to the last value; null for the present
/// @param partitions for each key of a partition the values that are read, as text, nested ones as
///   JSON; empty for all partitions
public record CursorRange(
    @Nullable String from, @Nullable String to, SortedMap<String, Set<String>> partitions) {
  public CursorRange {
    if (from == null && (to != null || partitions.isEmpty())) {
      throw new IllegalArgumentException("a stretch needs a beginning");
    }
    SortedMap<String, Set<String>> copy = new TreeMap<>();
    partitions.forEach(
        (key, values) -> copy.put(key, Collections.unmodifiableSet(new TreeSet<>(values))));
    partitions = Collections.unmodifiableSortedMap(copy);
  }

  /// A stretch of the cursor in all partitions.
  public CursorRange(String from, @Nullable String to) {
    this(from, to, new TreeMap<>());
  }

  /// Where it begins, and in which partitions: the same text for the same request.
  public String beginning() {
    String start = from == null ? "" : from;
    return partitions.isEmpty() ? start : (start + " in " + inWords()).strip();
  }

  /// In words for people.
  public String describe() {
    String stretch = from == null ? "" : "from " + from + (to == null ? "" : " to " + to);
    return partitions.isEmpty() ? stretch : (stretch + " of " + inWords()).strip();
  }

  private String inWords() {
    return partitions.entrySet().stream()
        .flatMap(key -> key.getValue().stream().map(value -> key.getKey() + "=" + value))
        .collect(Collectors.joining(", "));
  }
}
