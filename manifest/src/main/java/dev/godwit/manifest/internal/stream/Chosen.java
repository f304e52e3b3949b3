package dev.godwit.manifest.internal.stream;

import dev.godwit.core.CursorRange;
import dev.godwit.core.catalog.ConfiguredStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user chose of a stream.
///
/// @param cursor name of the cursor; empty for the manifest's
/// @param schema JSON Schema of the rows that the user wants; null where nobody chose
/// @param range stretch of the cursor; null for all of it
record Chosen(
    List<String> cursor,
    @Nullable Map<String, @Nullable Object> schema,
    @Nullable CursorRange range) {
  /// Streams that are read for others, or tried.
  static final Chosen NOTHING = new Chosen(List.of(), null, null);

  static Chosen of(ConfiguredStream stream) {
    return of(stream, null);
  }

  static Chosen of(ConfiguredStream stream, @Nullable CursorRange range) {
    return new Chosen(stream.cursorField(), stream.stream().jsonSchema(), range);
  }

  /// The properties of the chosen schema; null where nobody chose.
  @Nullable Map<?, ?> properties() {
    if (schema == null) {
      return null;
    }
    return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
  }
}
