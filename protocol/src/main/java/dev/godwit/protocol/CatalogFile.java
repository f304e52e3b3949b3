package dev.godwit.protocol;

import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a configured catalogue in the protocol's form.
final class CatalogFile {
  private CatalogFile() {}

  /// @throws GodwitException CONFIG `catalog.no-streams` or `catalog.no-name`, and as {@link
  ///   JsonFile#read}
  static ConfiguredCatalog read(Path file) {
    List<ConfiguredStream> streams = new ArrayList<>();
    if (!(JsonFile.readObject(file).get("streams") instanceof List<?> entries)) {
      throw GodwitException.config("catalog.no-streams", "The catalogue has no list of streams.")
          .at(Place.file(file.toString(), 0, 0, "streams"));
    }
    for (Object entry : entries) {
      streams.add(configured(JsonFile.object(entry), file));
    }
    return new ConfiguredCatalog(streams);
  }

  private static ConfiguredStream configured(Map<String, @Nullable Object> entry, Path file) {
    Map<String, @Nullable Object> fields = JsonFile.object(entry.get("stream"));
    String name = JsonFile.text(fields.get("name"));
    if (name == null || name.isEmpty()) {
      throw GodwitException.config("catalog.no-name", "A stream of the catalogue has no name.")
          .at(Place.file(file.toString(), 0, 0, "streams"));
    }
    Stream stream =
        new Stream(
            new StreamName(JsonFile.text(fields.get("namespace")), name),
            JsonFile.object(fields.get("json_schema")),
            modes(fields.get("supported_sync_modes")),
            fields.get("source_defined_cursor") instanceof Boolean defined ? defined : null,
            texts(fields.get("default_cursor_field")),
            paths(fields.get("source_defined_primary_key")),
            Boolean.TRUE.equals(fields.get("is_resumable")),
            Boolean.TRUE.equals(fields.get("is_file_based")));
    return new ConfiguredStream(
        stream,
        "incremental".equals(entry.get("sync_mode")) ? SyncMode.INCREMENTAL : SyncMode.FULL_REFRESH,
        WriteMode.APPEND,
        texts(entry.get("cursor_field")),
        paths(entry.get("primary_key")));
  }

  private static Set<SyncMode> modes(@Nullable Object value) {
    Set<SyncMode> modes = EnumSet.of(SyncMode.FULL_REFRESH);
    if (JsonFile.list(value).contains("incremental")) {
      modes.add(SyncMode.INCREMENTAL);
    }
    return modes;
  }

  private static List<String> texts(@Nullable Object value) {
    return JsonFile.list(value).stream().map(String::valueOf).toList();
  }

  private static List<List<String>> paths(@Nullable Object value) {
    return JsonFile.list(value).stream().map(CatalogFile::texts).toList();
  }
}
