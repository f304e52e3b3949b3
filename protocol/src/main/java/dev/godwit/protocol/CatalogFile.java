package dev.godwit.protocol;

import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.wire.SyncCatalog;
import java.nio.file.Path;

/// Reads the catalogue that a source is configured with.
final class CatalogFile {
  private CatalogFile() {}

  /// @throws GodwitException CONFIG as {@link SyncCatalog#read} and {@link JsonFile#read}
  static ConfiguredCatalog read(Path file) {
    try {
      return new ConfiguredCatalog(
          SyncCatalog.read(JsonFile.readObject(file)).entries().stream()
              .map(CatalogFile::configured)
              .toList());
    } catch (GodwitException e) {
      throw e.at(Place.file(file.toString(), 0, 0, null));
    }
  }

  /// Rows are printed one after the other, whatever becomes of them.
  private static ConfiguredStream configured(SyncCatalog.Entry entry) {
    return new ConfiguredStream(
        entry.stream(),
        entry.syncMode(),
        WriteMode.APPEND,
        entry.cursorField(),
        entry.primaryKey());
  }
}
