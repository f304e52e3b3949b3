package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration as a file: JSON where its name ends in `.json`, YAML otherwise.
final class ConfigFile {
  private ConfigFile() {}

  /// @throws GodwitException CONFIG `config.syntax` when the text is not an object
  static Map<String, @Nullable Object> parse(Path file, String text) {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    return object(file, json ? json(file, text) : new YamlConfig(file).parse(text));
  }

  /// @throws GodwitException CONFIG `config.syntax` when the value is not an object
  static Map<String, @Nullable Object> object(Path file, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      throw GodwitException.config(
              "config.syntax", "A configuration is an object with keys and values.")
          .at(Place.file(file.toString(), 0, 0, null));
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    object.forEach((key, inner) -> config.put(String.valueOf(key), inner));
    return config;
  }

  private static @Nullable Object json(Path file, String text) {
    try {
      return JsonParser.STRICT.parse(text);
    } catch (GodwitException e) {
      throw GodwitException.config("config.syntax", e.message())
          .at(Place.file(file.toString(), 0, 0, null))
          .causedBy(e);
    }
  }
}
