package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The unit of parallel reading: one partition of a stream over one interval of its cursor. It
/// holds JSON values only, so it can travel to another machine.
///
/// Equality is by value; two slices of a run are never equal.
///
/// @param number position in the order in which the stream's slices were made, from 0
/// @param partition identity of the partition (parent key, list value, key range, file); empty
///   where there is one only
/// @param interval bounds of the cursor; empty where the stream has none
/// @param extras values that ride along for requests and are no part of the identity
public record Slice(
    StreamName stream,
    long number,
    Map<String, @Nullable Object> partition,
    Map<String, @Nullable Object> interval,
    Map<String, @Nullable Object> extras) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Slice(
      StreamName stream,
      long number,
      Map<String, @Nullable Object> partition,
      Map<String, @Nullable Object> interval,
      Map<String, @Nullable Object> extras) {
    this.stream = stream;
    this.number = number;
    this.partition = Collections.unmodifiableMap(new LinkedHashMap<>(partition));
    this.interval = Collections.unmodifiableMap(new LinkedHashMap<>(interval));
    this.extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  /// The slice in words for people; empty when the stream has only one.
  public String describe() {
    return Stream.of(partition, interval)
        .flatMap(part -> part.entrySet().stream())
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
