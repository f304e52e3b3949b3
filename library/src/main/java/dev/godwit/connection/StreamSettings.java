package dev.godwit.connection;

import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.SchemaPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a connection wants one stream to be synced. What is null or empty is as usual.
///
/// @param cursor path of the field by which changes are found
/// @param primaryKey paths of the fields that tell rows apart
/// @param columns the only fields that land; empty for all
/// @param mappings rules as they stand in the file; null for none
/// @param contract what rows have to keep, as it stands in the file
/// @param changes what comes of changes of the stream's schema
public record StreamSettings(
    @Nullable SyncMode syncMode,
    @Nullable WriteMode writeMode,
    List<String> cursor,
    List<List<String>> primaryKey,
    List<String> columns,
    @Nullable Object mappings,
    Map<String, @Nullable Object> contract,
    SchemaPolicy changes) {
  /// Everything as usual.
  public static final StreamSettings USUAL =
      new StreamSettings(
          null, null, List.of(), List.of(), List.of(), null, Map.of(), SchemaPolicy.USUAL);

  static StreamSettings read(Section section, SchemaPolicy defaults) {
    Section contract = section.section("contract");
    Section changes = section.section("on_schema_change");
    StreamSettings settings =
        new StreamSettings(
            Words.syncMode(section),
            Words.writeMode(section),
            Words.path(section.text("cursor")),
            section.texts("primary_key").stream().map(Words::path).toList(),
            section.texts("columns"),
            section.value("mappings"),
            contract == null ? Map.of() : contract.all(),
            changes == null ? defaults : defaults.with(Words.policy(changes)));
    section.end();
    return settings;
  }
}
