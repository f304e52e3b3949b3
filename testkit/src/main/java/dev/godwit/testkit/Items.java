package dev.godwit.testkit;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import java.util.List;

/// A stream of rows that are written in short: `12b` has the id 12 and the name b.
final class Items {
  static final StreamName NAME = StreamName.of("items");

  static final Stream STREAM = stream(NAME);

  private Items() {}

  static Stream stream(StreamName name) {
    Stream items =
        Scenario.of(
                "items", "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}", "")
            .keyed("id")
            .describe();
    return new Stream(
        name,
        items.jsonSchema(),
        items.syncModes(),
        null,
        List.of(),
        items.primaryKey(),
        false,
        false);
  }

  /// A slice of rows such as `12b`.
  static ScriptedSlice slice(List<String> rows) {
    return ScriptedSlice.of(
        rows.stream()
            .map(row -> {
              int name = row.length() - 1;
              return "{\"id\":%s,\"name\":\"%s\"}"
                  .formatted(row.substring(0, name), row.substring(name));
            })
            .toList());
  }

  static ScriptedSlice slice(String... rows) {
    return slice(List.of(rows));
  }

  /// The rows that a reader sees, in order; those that are deleted or over with a minus.
  static List<String> landed(TestedDestination tested, StreamName name) {
    return tested.rows(name).stream()
        .map(row -> "" + row.get("id") + row.get("name") + (OwnColumns.isOver(row) ? "-" : ""))
        .sorted()
        .toList();
  }
}
