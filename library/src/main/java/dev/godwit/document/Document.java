package dev.godwit.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row, or a part of one, as text.
///
/// @param id the row's stream and key, and for a part `#` and its number; the same in every reading
///   where the stream has a key
/// @param title in one line; null where the row has none
/// @param content Markdown
/// @param metadata values of the row that are not to be read as text
public record Document(
    String id, @Nullable String title, String content, Map<String, @Nullable Object> metadata) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Document(
      String id, @Nullable String title, String content, Map<String, @Nullable Object> metadata) {
    this.id = id;
    this.title = title;
    this.content = content;
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
