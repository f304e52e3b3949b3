package dev.godwit.manifest.conformance;

import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why runs differ from their recordings.
///
/// @param runs how many the recordings have that this was written for
/// @param sometimes what is wrong in runs that agree or not as threads happen to meet
record Explanations(long runs, Map<Key, String> reasons, Map<Key, List<String>> sometimes) {
  /// A run of a connector.
  record Key(String folder, String connector, String run) {
    static Key of(Map<String, @Nullable Object> entry) {
      return new Key(
          Json.text(entry.get("folder")),
          Json.text(entry.get("connector")),
          Json.text(entry.get("run")));
    }
  }

  static Explanations read() {
    Map<String, @Nullable Object> file = Json.object(JsonParser.STRICT.parse(text()));
    Map<Key, String> reasons = new LinkedHashMap<>();
    Map<Key, List<String>> sometimes = new LinkedHashMap<>();
    for (Object each : Json.list(file.get("differences"))) {
      Map<String, @Nullable Object> entry = Json.object(each);
      reasons.put(Key.of(entry), Json.text(entry.get("why")));
      if (entry.get("sometimes") != null) {
        sometimes.put(Key.of(entry), Json.texts(entry.get("sometimes")));
      }
    }
    return new Explanations((Long) Objects.requireNonNull(file.get("runs")), reasons, sometimes);
  }

  /// Disagreements that nobody has explained.
  List<Key> missing(List<Map<String, @Nullable Object>> disagreements) {
    return disagreements.stream().map(Key::of).filter(key -> !reasons.containsKey(key)).toList();
  }

  /// Explanations of what agrees by now.
  List<Key> stale(List<Map<String, @Nullable Object>> disagreements) {
    List<Key> found = disagreements.stream().map(Key::of).toList();
    return reasons.keySet().stream().filter(key -> !found.contains(key)).toList();
  }

  private static byte[] text() {
    try (InputStream in = Explanations.class.getResourceAsStream("explanations.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
