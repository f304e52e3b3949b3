package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The text of a configuration, in which single values change and everything else, comments and
/// order and spaces, stays as its writer left it. Both YAML and JSON, which is a kind of YAML.
record ConfigText(String text) {
  /// The text with a value at a path of keys. Objects that are missing on the way are added.
  ///
  /// @param value a text, number or Boolean
  /// @throws GodwitException CONFIG `config.syntax` when the text cannot be read, or has something
  ///   else than objects on the way
  ConfigText with(List<String> path, Object value) {
    Node root = root();
    if (root == null) {
      return new ConfigText(ended(text) + entry(path, value) + "\n");
    }
    Node node = root;
    for (int depth = 0; depth < path.size(); depth++) {
      if (!(node instanceof MappingNode mapping)) {
        throw unreadable(String.join(".", path.subList(0, depth)) + " is no object");
      }
      Node inner = find(mapping, path.get(depth));
      if (inner == null) {
        return added(mapping, entry(path.subList(depth, path.size()), value));
      }
      node = inner;
    }
    return replaced(node, json(value));
  }

  /// Tabs count like spaces here; they change no position.
  private @Nullable Node root() {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text.replace('\t', ' ')));
    } catch (YAMLException e) {
      throw unreadable("it is no longer YAML");
    }
  }

  private static GodwitException unreadable(String why) {
    return GodwitException.config("config.syntax", "The configuration cannot be changed: " + why);
  }

  private static @Nullable Node find(MappingNode mapping, String key) {
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return entry.getValueNode();
      }
    }
    return null;
  }

  private ConfigText replaced(Node node, String value) {
    int start = index(node.getStartMark());
    int end = end(node);
    boolean glued = start == end && start > 0 && text.charAt(start - 1) == ':';
    boolean ownLines = end > start && text.charAt(end - 1) == '\n';
    return splice(start, end, (glued ? " " : "") + value + (ownLines ? "\n" : ""));
  }

  private ConfigText added(MappingNode mapping, String entry) {
    if (mapping.getFlowStyle() == FlowStyle.FLOW) {
      return addedToFlow(mapping, entry);
    }
    int at = nextLine(end(mapping));
    String lead = at > 0 && text.charAt(at - 1) != '\n' ? "\n" : "";
    String indent = " ".repeat(mapping.getStartMark().getColumn());
    return splice(at, at, lead + indent + entry + "\n");
  }

  /// Where the line after a position begins; the end of the text where there is none.
  private int nextLine(int at) {
    if (at > 0 && text.charAt(at - 1) == '\n') {
      return at;
    }
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private ConfigText addedToFlow(MappingNode mapping, String entry) {
    if (mapping.getValue().isEmpty()) {
      int open = index(mapping.getStartMark()) + 1;
      return splice(open, open, entry);
    }
    NodeTuple first = mapping.getValue().getFirst();
    int begin = index(first.getKeyNode().getStartMark());
    String lead = text.substring(index(mapping.getStartMark()) + 1, begin);
    int last = end(mapping.getValue().getLast().getValueNode());
    return splice(last, last, "," + (lead.isEmpty() ? " " : lead) + entry);
  }

  private ConfigText splice(int start, int end, String replacement) {
    return new ConfigText(text.substring(0, start) + replacement + text.substring(end));
  }

  /// Where the text of a node ends. What is between the lines of a block belongs to nobody.
  private int end(Node node) {
    if (node instanceof CollectionNode<?> block && block.getFlowStyle() != FlowStyle.FLOW) {
      Node last =
          switch (node) {
            case MappingNode mapping when !mapping.getValue().isEmpty() ->
                mapping.getValue().getLast().getValueNode();
            case SequenceNode sequence when !sequence.getValue().isEmpty() ->
                sequence.getValue().getLast();
            default -> null;
          };
      return last == null ? index(node.getEndMark()) : end(last);
    }
    return index(node.getEndMark());
  }

  /// Marks count characters beyond the basic plane once.
  private int index(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  /// `key: value` with what has to be around the value.
  private static String entry(List<String> path, Object value) {
    Object nested = value;
    for (String key : path.subList(1, path.size()).reversed()) {
      Map<String, @Nullable Object> outer = new LinkedHashMap<>();
      outer.put(key, nested);
      nested = outer;
    }
    return JsonWriter.text(path.getFirst()) + ": " + json(nested);
  }

  private static String json(Object value) {
    return JsonWriter.text(value);
  }
}
