package dev.godwit.registry.internal.cache;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.registry.internal.fetch.Validators;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a cached file.
///
/// @param url where it came from
/// @param sha256 of its bytes, in hexadecimal
/// @param fetched when the server last said that it is the newest
public record CacheNote(String url, String sha256, Instant fetched, Validators validators) {
  byte[] json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("url", url);
    fields.put("sha256", sha256);
    fields.put("fetched", fetched.toString());
    fields.put("etag", validators.etag());
    fields.put("last_modified", validators.lastModified());
    return JsonWriter.bytes(fields);
  }

  /// Reads a note; empty where the text is none.
  static Optional<CacheNote> read(byte[] json) {
    try {
      if (JsonParser.STRICT.parse(json) instanceof Map<?, ?> fields
          && fields.get("url") instanceof String url
          && fields.get("sha256") instanceof String sha256
          && fields.get("fetched") instanceof String fetched) {
        Validators validators =
            new Validators(text(fields.get("etag")), text(fields.get("last_modified")));
        return Optional.of(new CacheNote(url, sha256, Instant.parse(fetched), validators));
      }
      return Optional.empty();
    } catch (GodwitException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }
}
