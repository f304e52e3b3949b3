package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The streams that a source offers.
public final class CatalogReport {
  private CatalogReport() {}

  public static Table table(Catalog catalog) {
    Table table =
        new Table(
            List.of(
                Column.text("stream"),
                Column.text("primary key"),
                Column.text("changes by"),
                Column.number("fields")));
    for (Stream stream : catalog.streams()) {
      table.row(
          List.of(
              stream.name().toString(),
              stream.primaryKey().stream()
                  .map(part -> String.join(".", part))
                  .collect(Collectors.joining(", ")),
              stream.isIncremental() ? String.join(".", stream.defaultCursorField()) : "",
              fields(stream)));
    }
    return table;
  }

  private static String fields(Stream stream) {
    return stream.jsonSchema().get("properties") instanceof Map<?, ?> properties
        ? Integer.toString(properties.size())
        : "";
  }

  /// The catalogue in the protocol's form, without fields that say nothing.
  public static Map<String, @Nullable Object> json(Catalog catalog) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("streams", catalog.streams().stream().map(CatalogReport::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Stream stream) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", stream.name().name());
    if (stream.name().namespace() != null) {
      json.put("namespace", stream.name().namespace());
    }
    json.put("json_schema", stream.jsonSchema());
    json.put("supported_sync_modes", stream.syncModes().stream().map(SyncMode::wireName).toList());
    if (stream.sourceDefinedCursor() != null) {
      json.put("source_defined_cursor", stream.sourceDefinedCursor());
    }
    if (!stream.defaultCursorField().isEmpty()) {
      json.put("default_cursor_field", stream.defaultCursorField());
    }
    if (!stream.primaryKey().isEmpty()) {
      json.put("source_defined_primary_key", stream.primaryKey());
    }
    return json;
  }
}
