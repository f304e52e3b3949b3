package dev.godwit.protocol.wire;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.DestinationSyncMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configured catalogue: the streams that are read or written, and how.
public record SyncCatalog(List<Entry> entries) {
  public SyncCatalog {
    entries = List.copyOf(entries);
  }

  /// One stream of it.
  ///
  /// @param cursorField path of the cursor; empty for the stream's own
  /// @param primaryKey paths of the key's parts; empty for none
  /// @param destinationObjectName what the destination writes into; null for the stream's own
  /// @param generation which generation of the stream's rows this is; null when not told, as its
  ///   minimum: rows of generations below that go once the stream is complete
  /// @param syncId number of the sync; null when not told
  /// @param includeFiles whether files come with the rows; null when not told
  public record Entry(
      Stream stream,
      SyncMode syncMode,
      DestinationSyncMode writeMode,
      List<String> cursorField,
      List<List<String>> primaryKey,
      @Nullable String destinationObjectName,
      @Nullable Long generation,
      @Nullable Long minimumGeneration,
      @Nullable Long syncId,
      @Nullable Boolean includeFiles) {
    public StreamName name() {
      return stream.name();
    }
  }

  /// Reads the protocol's form.
  ///
  /// @param value a parsed JSON document
  /// @throws GodwitException CONFIG `catalog.no-streams`, `catalog.no-name` or
  ///   `catalog.unknown-mode`
  public static SyncCatalog read(@Nullable Object value) {
    return new SyncCatalog(CatalogWire.entries(Fields.of(value)));
  }

  /// The protocol's form, as plain values.
  public Map<String, @Nullable Object> fields() {
    return new Fields()
        .put("streams", entries.stream().map(CatalogWire::configured).toList())
        .map();
  }
}
