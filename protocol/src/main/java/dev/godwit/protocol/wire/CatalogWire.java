package dev.godwit.protocol.wire;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.message.DestinationOperation;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of streams and catalogues, both ways.
final class CatalogWire {
  private CatalogWire() {}

  static Fields fields(Catalog catalog) {
    return new Fields()
        .put("streams", catalog.streams().stream().map(stream -> stream(stream).map()).toList());
  }

  private static Fields stream(Stream stream) {
    return new Fields()
        .put("name", stream.name().name())
        .put("json_schema", MessageWire.withoutNulls(stream.jsonSchema()))
        .put("supported_sync_modes", stream.syncModes().stream().map(SyncMode::wireName).toList())
        .put("source_defined_cursor", stream.sourceDefinedCursor())
        .putSome("default_cursor_field", stream.defaultCursorField())
        .putSome("source_defined_primary_key", stream.primaryKey())
        .put("namespace", stream.name().namespace())
        .put("is_resumable", stream.resumable())
        .put("is_file_based", stream.fileBased());
  }

  static Map<String, @Nullable Object> configured(SyncCatalog.Entry entry) {
    return new Fields()
        .put("stream", stream(entry.stream()).map())
        .put("sync_mode", entry.syncMode().wireName())
        .put("destination_sync_mode", entry.writeMode().wireName())
        .putSome("cursor_field", entry.cursorField())
        .put("destination_object_name", entry.destinationObjectName())
        .putSome("primary_key", entry.primaryKey())
        .put("generation_id", entry.generation())
        .put("minimum_generation_id", entry.minimumGeneration())
        .put("sync_id", entry.syncId())
        .put("include_files", entry.includeFiles())
        .map();
  }

  static Fields fields(Message.DestinationCatalog catalog) {
    return new Fields()
        .put("operations", catalog.operations().stream().map(CatalogWire::operation).toList());
  }

  private static Map<String, @Nullable Object> operation(DestinationOperation operation) {
    return new Fields()
        .put("object_name", operation.objectName())
        .put("sync_mode", operation.syncMode().wireName())
        .put("json_schema", operation.jsonSchema())
        .putSome("matching_keys", operation.matchingKeys())
        .map();
  }

  /// @throws GodwitException CONFIG `catalog.no-streams` or `catalog.no-name`
  static Catalog catalog(Fields catalog) {
    return new Catalog(streams(catalog).stream().map(entry -> stream(Fields.of(entry))).toList());
  }

  private static List<? extends @Nullable Object> streams(Fields catalog) {
    if (!catalog.isList("streams")) {
      throw error("catalog.no-streams", "The catalogue has no list of streams.");
    }
    return catalog.list("streams");
  }

  private static Stream stream(Fields stream) {
    StreamName name = TraceWire.stream(stream);
    if (name == null) {
      throw error("catalog.no-name", "A stream of the catalogue has no name.");
    }
    List<SyncMode> modes = stream.words("supported_sync_modes", SyncMode.class);
    return new Stream(
        name,
        WellKnownTypes.resolve(stream.fields("json_schema").map()),
        modes.isEmpty() ? Set.of(SyncMode.FULL_REFRESH) : EnumSet.copyOf(modes),
        stream.truth("source_defined_cursor"),
        stream.texts("default_cursor_field"),
        stream.paths("source_defined_primary_key"),
        Boolean.TRUE.equals(stream.truth("is_resumable")),
        Boolean.TRUE.equals(stream.truth("is_file_based")));
  }

  /// @throws GodwitException CONFIG `catalog.no-streams`, `catalog.no-name` or
  ///   `catalog.unknown-mode`
  static List<SyncCatalog.Entry> entries(Fields catalog) {
    return streams(catalog).stream().map(entry -> entry(Fields.of(entry))).toList();
  }

  private static SyncCatalog.Entry entry(Fields entry) {
    return new SyncCatalog.Entry(
        stream(entry.fields("stream")),
        mode(entry, "sync_mode", SyncMode.FULL_REFRESH),
        mode(entry, "destination_sync_mode", DestinationSyncMode.APPEND),
        entry.texts("cursor_field"),
        entry.paths("primary_key"),
        entry.text("destination_object_name"),
        entry.integer("generation_id"),
        entry.integer("minimum_generation_id"),
        entry.integer("sync_id"),
        entry.truth("include_files"));
  }

  /// A mode; the given one where none is told. One that is not known must not be taken for another.
  private static <E extends Enum<E>> E mode(Fields entry, String name, E otherwise) {
    E mode = entry.word(name, otherwise.getDeclaringClass());
    if (mode == null && entry.text(name) != null) {
      throw error(
          "catalog.unknown-mode",
          "The catalogue asks for the %s '%s', which is not known."
              .formatted(name, entry.text(name)));
    }
    return mode == null ? otherwise : mode;
  }

  /// Operations that cannot be understood are left out.
  static List<DestinationOperation> operations(Fields catalog) {
    return catalog.list("operations").stream()
        .map(Fields::of)
        .filter(CatalogWire::isOperation)
        .map(CatalogWire::operation)
        .toList();
  }

  private static boolean isOperation(Fields operation) {
    String name = operation.text("object_name");
    return name != null
        && !name.isEmpty()
        && operation.word("sync_mode", DestinationSyncMode.class) != null;
  }

  private static DestinationOperation operation(Fields operation) {
    return new DestinationOperation(
        String.valueOf(operation.text("object_name")),
        mode(operation, "sync_mode", DestinationSyncMode.APPEND),
        operation.fields("json_schema").map(),
        operation.paths("matching_keys"));
  }

  private static GodwitException error(String code, String problem) {
    return GodwitException.config(code, problem).at(Place.file(null, 0, 0, "streams"));
  }
}
