package dev.godwit;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which streams of a catalogue to sync, and how.
///
/// @param names in the order in which they start; empty for all
/// @param writeMode for all streams; null for each stream's default
record StreamChoice(List<String> names, @Nullable WriteMode writeMode) {
  static StreamChoice byDefault(List<String> names) {
    return new StreamChoice(List.copyOf(names), null);
  }

  StreamChoice withWriteMode(WriteMode mode) {
    return new StreamChoice(names, mode);
  }

  ConfiguredCatalog from(Catalog catalog) {
    List<Stream> chosen =
        names.isEmpty()
            ? catalog.streams()
            : names.stream().distinct().map(name -> find(catalog, name)).toList();
    return new ConfiguredCatalog(chosen.stream().map(this::configure).toList());
  }

  /// The stream of that name, with its namespace where it has one.
  static Stream find(Catalog catalog, String name) {
    return catalog.streams().stream()
        .filter(stream -> stream.name().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(catalog, name));
  }

  private static GodwitException unknown(Catalog catalog, String name) {
    List<String> known =
        catalog.streams().stream().map(stream -> stream.name().toString()).toList();
    return GodwitException.config(
            "stream.unknown", Spelling.sentence("There is no stream " + name, name, known))
        .hint("The source has: " + String.join(", ", known));
  }

  /// Replacing a table with changes alone would lose the rest, so replacing reads everything.
  private ConfiguredStream configure(Stream stream) {
    ConfiguredStream usual = ConfiguredStream.byDefault(stream);
    WriteMode mode = writeMode == null ? usual.writeMode() : writeMode;
    if (mode.needsKey() && stream.primaryKey().isEmpty()) {
      throw noKey(stream, mode);
    }
    return new ConfiguredStream(
        stream,
        mode.replacesAll() ? SyncMode.FULL_REFRESH : usual.syncMode(),
        mode,
        usual.cursorField(),
        usual.primaryKey());
  }

  private static GodwitException noKey(Stream stream, WriteMode mode) {
    String without =
        List.of(WriteMode.values()).stream()
            .filter(other -> !other.needsKey())
            .map(WriteMode::wireName)
            .collect(Collectors.joining(" or "));
    return GodwitException.config(
            "stream.no-key",
            "The stream has no primary key, so it cannot be written with " + mode.wireName() + ".")
        .hint("Write it with " + without + ", or leave it out.")
        .at(Place.stream(stream.name().toString()));
  }
}
