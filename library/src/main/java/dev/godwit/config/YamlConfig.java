package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML that means what JSON can mean: words without quotes are `true`, `false`, `null`, a number,
/// or text. So dates, `yes` and `0777` stay as they are written. For one text.
public final class YamlConfig {
  /// More is no file for people.
  private static final int MOST_CODE_POINTS = 64 << 20;

  private final Path file;
  private final Map<String, Place> places = new HashMap<>();

  /// @param file the name that errors give
  public YamlConfig(Path file) {
    this.file = file;
  }

  /// Where the values lie that were parsed, by path: `streams.orders.columns[0]`.
  Map<String, Place> places() {
    return places;
  }

  /// The value of a text; an empty object for an empty one.
  ///
  /// @throws GodwitException CONFIG `config.syntax` with line and column when it is no YAML
  public @Nullable Object parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MOST_CODE_POINTS);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      return root == null ? Map.of() : value(root, "");
    } catch (MarkedYAMLException e) {
      throw error(e.getProblemMark(), String.valueOf(e.getProblem())).causedBy(e);
    }
  }

  private @Nullable Object value(Node node, String path) {
    places.putIfAbsent(path, place(node.getStartMark()));
    return switch (node) {
      case MappingNode mapping -> object(mapping, path);
      case SequenceNode sequence -> list(sequence, path);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw error(node.getStartMark(), "unexpected " + node.getNodeId());
    };
  }

  private Map<String, @Nullable Object> object(MappingNode mapping, String path) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw error(entry.getKeyNode().getStartMark(), "a key must be text");
      }
      if (object.containsKey(key.getValue())) {
        throw error(key.getStartMark(), "the key " + key.getValue() + " is here twice");
      }
      String inner = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      places.put(inner, place(key.getStartMark()));
      object.put(key.getValue(), value(entry.getValueNode(), inner));
    }
    return object;
  }

  private List<@Nullable Object> list(SequenceNode sequence, String path) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      list.add(value(element, path + "[" + list.size() + "]"));
    }
    return list;
  }

  private static @Nullable Object scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return text;
    }
    if (text.isEmpty() || text.equals("~")) {
      return null;
    }
    try {
      return JsonParser.STRICT.parse(text);
    } catch (GodwitException notJson) {
      return text;
    }
  }

  private GodwitException error(@Nullable Mark mark, String problem) {
    return GodwitException.config("config.syntax", problem).at(place(mark));
  }

  private Place place(@Nullable Mark mark) {
    int line = mark == null ? 0 : mark.getLine() + 1;
    int column = mark == null ? 0 : mark.getColumn() + 1;
    return Place.file(file.toString(), line, column, null);
  }
}
