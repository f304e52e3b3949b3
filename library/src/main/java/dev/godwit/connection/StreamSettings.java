package dev.godwit.connection;

import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.mapping.contract.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a connection wants one stream to be synced. What is null or empty is as usual.
///
/// @param cursor path of the field by which changes are found
/// @param primaryKey paths of the fields that tell rows apart
/// @param columns the only fields that land; empty for all
/// @param rows the only rows that land
/// @param mappings rules as they stand in the file; null for none
/// @param contract what rows have promised to be; null for none
/// @param changes what comes of changes of the stream's schema
/// @param nested how new columns hold objects and arrays
public record StreamSettings(
    @Nullable SyncMode syncMode,
    @Nullable WriteMode writeMode,
    List<String> cursor,
    List<List<String>> primaryKey,
    List<String> columns,
    RowChoice rows,
    @Nullable Object mappings,
    @Nullable Contract contract,
    SchemaPolicy changes,
    @Nullable Nested nested) {
  /// Everything as usual.
  public static final StreamSettings USUAL =
      new StreamSettings(
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          RowChoice.ALL,
          null,
          null,
          SchemaPolicy.USUAL,
          null);

  /// These settings with another primary key.
  public StreamSettings withPrimaryKey(List<List<String>> key) {
    return new StreamSettings(
        syncMode, writeMode, cursor, key, columns, rows, mappings, contract, changes, nested);
  }

  /// These settings with another cursor.
  public StreamSettings withCursor(List<String> path) {
    return new StreamSettings(
        syncMode, writeMode, path, primaryKey, columns, rows, mappings, contract, changes, nested);
  }

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
            RowChoice.read(section),
            section.value("mappings"),
            contract == null ? null : Contract.read(contract.all(), contract.path()),
            changes == null ? defaults : defaults.with(Words.policy(changes)),
            Words.nested(section));
    section.end();
    return settings;
  }
}
