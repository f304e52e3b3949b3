package dev.godwit.testkit;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that destinations are apt to get wrong, and what has to lie in the table afterwards.
///
/// @param properties JSON Schema of the fields
/// @param key fields of the primary key; empty for none
/// @param batches rows as JSON, each batch in a slice of its own
/// @param landing rows of the table by field, as JSON; fields that are missing there are null, and
///   {@link #CHANGES} says what had to be changed
/// @param merging whether `landing` is meant for modes only that keep one row a key
record Scenario(
    String title,
    String stream,
    Map<String, @Nullable Object> properties,
    List<String> key,
    List<List<String>> batches,
    List<String> landing,
    boolean merging) {
  /// In `landing`: the changes that a row's `_airbyte_meta` has to tell.
  static final String CHANGES = "changes";

  /// Rows that land as they are sent.
  static Scenario of(String title, String properties, String rows) {
    return of(title, object(properties), lines(rows));
  }

  static Scenario of(String title, Map<String, @Nullable Object> properties, List<String> rows) {
    String stream = title.replace(' ', '_');
    return new Scenario(title, stream, properties, List.of(), List.of(rows), rows, false);
  }

  /// This scenario with a stream of another name.
  Scenario in(String name) {
    return new Scenario(title, name, properties, key, batches, landing, merging);
  }

  /// This scenario with a primary key.
  Scenario keyed(String... fields) {
    return new Scenario(title, stream, properties, List.of(fields), batches, landing, merging);
  }

  /// This scenario with other rows in the table than were sent.
  Scenario landing(String rows) {
    return new Scenario(title, stream, properties, key, batches, lines(rows), merging);
  }

  /// This scenario with one row a key in the table.
  Scenario merged(String rows) {
    return new Scenario(title, stream, properties, key, batches, lines(rows), true);
  }

  /// This scenario in several slices.
  Scenario inSlices(List<List<String>> slices) {
    List<String> all = slices.stream().flatMap(List::stream).toList();
    return new Scenario(title, stream, properties, key, slices, all, merging);
  }

  Stream describe() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return new Stream(
        StreamName.of(stream),
        schema,
        EnumSet.allOf(SyncMode.class),
        null,
        List.of(),
        key.stream().map(List::of).toList(),
        false,
        false);
  }

  /// The modes in which the scenario lands as it says.
  List<WriteMode> modes() {
    if (key.isEmpty()) {
      return List.of(WriteMode.APPEND, WriteMode.OVERWRITE);
    }
    return merging
        ? List.of(WriteMode.APPEND_DEDUP, WriteMode.OVERWRITE_DEDUP)
        : List.of(
            WriteMode.APPEND,
            WriteMode.OVERWRITE,
            WriteMode.APPEND_DEDUP,
            WriteMode.OVERWRITE_DEDUP);
  }

  ScriptedStream script(long reading) {
    List<ScriptedSlice> slices = batches.stream().map(ScriptedSlice::of).toList();
    return new ScriptedStream(describe(), reading, slices, true);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    return lines;
  }

  /// A JSON object as plain values.
  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  static Map<String, @Nullable Object> object(String json) {
    Object value = JsonParser.LENIENT.parse(json.getBytes(StandardCharsets.UTF_8));
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new IllegalArgumentException("not an object: " + json);
  }
}
