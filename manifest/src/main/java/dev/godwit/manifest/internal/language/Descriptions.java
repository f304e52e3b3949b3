package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What components and their fields are for: the sentences of `descriptions.yaml`, which editors
/// and the reference pages show.
final class Descriptions {
  private static final String FILE = "descriptions.yaml";

  /// The entry of the component itself, between those of its fields.
  private static final String ITSELF = "_";

  private final Map<String, Map<String, String>> entries = new LinkedHashMap<>();

  private Descriptions() {}

  static Descriptions read() {
    try (InputStream file = Descriptions.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      Descriptions descriptions = new Descriptions();
      ((ObjectNode) YamlReader.read(FILE, text)).fields().forEach(descriptions::add);
      return descriptions;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String component, Node described) {
    Map<String, String> sentences = new LinkedHashMap<>();
    ((ObjectNode) described)
        .fields()
        .forEach(
            (field, sentence) -> sentences.put(field, Objects.toString(sentence.plain()).strip()));
    entries.put(component, sentences);
  }

  String component(String name) {
    return sentence(name, ITSELF);
  }

  String field(String component, String name) {
    return sentence(component, name);
  }

  private String sentence(String component, String name) {
    return Objects.requireNonNull(
        entries.getOrDefault(component, Map.of()).get(name),
        () -> "no description of " + component + "." + name);
  }

  /// Every entry, as `Component.field`.
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    entries.forEach((component, sentences) ->
        sentences.keySet().forEach(field -> keys.add(component + "." + field)));
    return keys;
  }
}
