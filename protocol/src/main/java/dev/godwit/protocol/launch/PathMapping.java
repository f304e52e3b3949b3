package dev.godwit.protocol.launch;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Rewrites paths in configurations to what a container calls them.
///
/// @param volumes folders here, and what containers call them
record PathMapping(SequencedMap<Path, String> volumes) {
  /// The configuration in which each value that is one of the folders, or a path in one, is
  /// replaced.
  ///
  /// @param config a JSON document
  byte[] map(byte[] config) {
    return JsonWriter.bytes(map(JsonParser.LENIENT.parse(config)));
  }

  private @Nullable Object map(@Nullable Object value) {
    return switch (value) {
      case String text -> map(text);
      case List<?> list -> list.stream().<@Nullable Object>map(this::map).toList();
      case Map<?, ?> object -> {
        Map<Object, @Nullable Object> mapped = new LinkedHashMap<>();
        object.forEach((key, each) -> mapped.put(key, map(each)));
        yield mapped;
      }
      case null -> null;
      default -> value;
    };
  }

  private String map(String text) {
    for (Map.Entry<Path, String> volume : volumes.entrySet()) {
      String folder = volume.getKey().toString();
      if (text.equals(folder)) {
        return volume.getValue();
      }
      if (text.startsWith(folder + "/")) {
        return volume.getValue() + text.substring(folder.length());
      }
    }
    return text;
  }
}
