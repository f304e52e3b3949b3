package dev.godwit.protocol;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON file that a command was given.
final class JsonFile {
  private JsonFile() {}

  /// @throws GodwitException CONFIG `file.missing`, `file.unreadable` or `file.not-json`
  static @Nullable Object read(Path file) {
    try {
      return JsonParser.LENIENT.parse(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw GodwitException.config("file.missing", "The file does not exist.")
          .at(Place.file(file.toString(), 0, 0, null))
          .causedBy(e);
    } catch (IOException e) {
      throw GodwitException.config("file.unreadable", "The file cannot be read: " + e.getMessage())
          .at(Place.file(file.toString(), 0, 0, null))
          .causedBy(e);
    } catch (GodwitException e) {
      throw GodwitException.config("file.not-json", "The file is not JSON: " + e.message())
          .at(Place.file(file.toString(), 0, 0, null))
          .causedBy(e);
    }
  }

  static Map<String, @Nullable Object> readObject(Path file) {
    if (read(file) instanceof Map<?, ?> object) {
      return object(object);
    }
    throw GodwitException.config("file.not-object", "The file must hold a JSON object.")
        .at(Place.file(file.toString(), 0, 0, null));
  }

  /// A value as object; empty when it is something else.
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
