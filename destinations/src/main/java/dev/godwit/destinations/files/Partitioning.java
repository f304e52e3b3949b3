package dev.godwit.destinations.files;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.fit.FieldLookup;
import dev.godwit.core.fit.RowFields;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Parts the rows of a stream by the folders that they belong in. For one thread.
final class Partitioning {
  private final List<PartitionField> partitions;
  private final FieldLookup<String> keys;
  private final RowFields fields = new RowFields();
  private final Map<String, @Nullable Object> values = new HashMap<>();

  private Partitioning(List<PartitionField> partitions) {
    this.partitions = partitions;
    Map<String, String> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition.key(), partition.key()));
    this.keys = new FieldLookup<>(wanted);
  }

  /// @throws GodwitException CONFIG `files.partition-unknown` when the stream has no such field
  static Partitioning of(List<PartitionField> partitions, String stream, TableShape shape) {
    List<String> known = shape.columns().stream().map(Column::key).toList();
    for (PartitionField partition : partitions) {
      if (!known.contains(partition.key())) {
        throw GodwitException.config(
                "files.partition-unknown",
                Spelling.sentence(
                    "The stream has no field " + partition.key() + " to part its files by",
                    partition.key(),
                    known))
            .hint("Choose streams that have it with --streams, or leave it out of the address.")
            .at(Place.stream(stream));
      }
    }
    return new Partitioning(partitions);
  }

  /// The rows by folder, in their order; the folder is empty where files are not parted.
  Map<String, JsonRows> split(JsonRows rows) {
    if (partitions.isEmpty()) {
      return Map.of("", rows);
    }
    Map<String, JsonRows.Builder> parts = new LinkedHashMap<>();
    for (int row = 0; row < rows.rows(); row++) {
      parts
          .computeIfAbsent(folder(rows.page(), rows.start(row)), unseen -> new JsonRows.Builder())
          .add(rows, row);
    }
    Map<String, JsonRows> split = new LinkedHashMap<>();
    parts.forEach((folder, part) -> {
      JsonRows built = part.build(rows.slice(), rows.page(), rows.emittedAt());
      if (built != null) {
        split.put(folder, built);
      }
    });
    return split;
  }

  private String folder(byte[] page, int start) {
    values.clear();
    if (page[start] == '{') {
      fields.open(page, start);
      keys.restart();
      while (fields.next()) {
        String key = keys.of(page, fields.keyStart(), fields.keyEnd());
        if (key != null) {
          values.put(key, JsonParser.LENIENT.parse(page, fields.start(), fields.end()));
        }
      }
    }
    StringJoiner folder = new StringJoiner("/");
    for (PartitionField partition : partitions) {
      folder.add(partition.folder(values.get(partition.key())));
    }
    return folder.toString();
  }
}
