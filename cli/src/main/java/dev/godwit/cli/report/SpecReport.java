package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.core.ConnectorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a source wants to be configured with.
public final class SpecReport {
  private SpecReport() {}

  /// The outermost keys of the configuration.
  public static Table table(ConnectorSpec spec) {
    Table table =
        new Table(
            List.of(
                Column.text("key"),
                Column.text("type"),
                Column.text("required"),
                Column.text("secret"),
                Column.text("means")));
    Map<String, @Nullable Object> schema = spec.connectionSpecification();
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((key, property) ->
          table.row(
              List.of(
                  String.valueOf(key),
                  word(property, "type"),
                  required.contains(key) ? "yes" : "",
                  word(property, "airbyte_secret").equals("true") ? "yes" : "",
                  meaning(property))));
    }
    return table;
  }

  private static String meaning(@Nullable Object property) {
    String description = word(property, "description");
    return description.isEmpty() ? word(property, "title") : description;
  }

  private static String word(@Nullable Object property, String field) {
    Object value = property instanceof Map<?, ?> object ? object.get(field) : null;
    return value == null ? "" : String.valueOf(value);
  }

  /// The specification in the protocol's form, without fields that say nothing.
  public static Map<String, @Nullable Object> json(ConnectorSpec spec) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (spec.documentationUrl() != null) {
      json.put("documentationUrl", spec.documentationUrl());
    }
    json.put("connectionSpecification", spec.connectionSpecification());
    if (spec.advancedAuth() != null) {
      json.put("advanced_auth", spec.advancedAuth());
    }
    return json;
  }
}
