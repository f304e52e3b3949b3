package dev.godwit.core.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table-like sequence of rows that a source offers.
///
/// @param jsonSchema JSON Schema of a row as plain values; empty when nothing is known
/// @param syncModes never empty
/// @param sourceDefinedCursor whether the source fixes the cursor itself; null when the stream has
///   none
/// @param defaultCursorField path of the cursor in a row; empty when the stream has none
/// @param primaryKey paths of the key's parts; empty when the stream has none
/// @param resumable whether an interrupted full refresh can go on where it stopped
/// @param fileBased whether rows refer to files that come with them
public record Stream(
    StreamName name,
    Map<String, @Nullable Object> jsonSchema,
    Set<SyncMode> syncModes,
    @Nullable Boolean sourceDefinedCursor,
    List<String> defaultCursorField,
    List<List<String>> primaryKey,
    boolean resumable,
    boolean fileBased) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Stream(
      StreamName name,
      Map<String, @Nullable Object> jsonSchema,
      Set<SyncMode> syncModes,
      @Nullable Boolean sourceDefinedCursor,
      List<String> defaultCursorField,
      List<List<String>> primaryKey,
      boolean resumable,
      boolean fileBased) {
    if (syncModes.isEmpty()) {
      throw new IllegalArgumentException("stream " + name + " needs a sync mode");
    }
    this.name = name;
    this.jsonSchema = jsonSchema;
    this.syncModes = syncModes;
    this.sourceDefinedCursor = sourceDefinedCursor;
    this.defaultCursorField = List.copyOf(defaultCursorField);
    this.primaryKey = primaryKey.stream().map(List::copyOf).toList();
    this.resumable = resumable;
    this.fileBased = fileBased;
  }

  public boolean isIncremental() {
    return syncModes.contains(SyncMode.INCREMENTAL);
  }

  /// This stream with another schema.
  public Stream withSchema(Map<String, @Nullable Object> other) {
    return new Stream(
        name,
        other,
        syncModes,
        sourceDefinedCursor,
        defaultCursorField,
        primaryKey,
        resumable,
        fileBased);
  }
}
