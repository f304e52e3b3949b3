package dev.godwit.core.catalog;

import java.util.List;

/// A stream that a user chose, and how it is read and written.
///
/// @param cursorField path of the cursor; empty for the stream's own
/// @param primaryKey paths of the key's parts; empty for none
/// @param nested how columns that are new hold objects and arrays
public record ConfiguredStream(
    Stream stream,
    SyncMode syncMode,
    WriteMode writeMode,
    List<String> cursorField,
    List<List<String>> primaryKey,
    Nested nested) {
  public ConfiguredStream {
    cursorField = List.copyOf(cursorField);
    primaryKey = primaryKey.stream().map(List::copyOf).toList();
    if (writeMode.needsKey() && primaryKey.isEmpty()) {
      throw new IllegalArgumentException(
          "stream "
              + stream.name()
              + " has no primary key, so it cannot be written with "
              + writeMode.wireName());
    }
  }

  /// A stream whose columns hold objects and arrays as JSON.
  public ConfiguredStream(
      Stream stream,
      SyncMode syncMode,
      WriteMode writeMode,
      List<String> cursorField,
      List<List<String>> primaryKey) {
    this(stream, syncMode, writeMode, cursorField, primaryKey, Nested.JSON);
  }

  /// This stream with other columns for objects and arrays.
  public ConfiguredStream with(Nested other) {
    return new ConfiguredStream(stream, syncMode, writeMode, cursorField, primaryKey, other);
  }

  /// The choice that loses nothing and keeps tables tidy: one row a key where there is a key, only
  /// changes where there is a cursor, a replaced table otherwise.
  public static ConfiguredStream byDefault(Stream stream) {
    SyncMode syncMode = stream.isIncremental() ? SyncMode.INCREMENTAL : SyncMode.FULL_REFRESH;
    return new ConfiguredStream(
        stream,
        syncMode,
        WriteMode.byDefault(syncMode, !stream.primaryKey().isEmpty()),
        stream.defaultCursorField(),
        stream.primaryKey());
  }

  public StreamName name() {
    return stream.name();
  }
}
