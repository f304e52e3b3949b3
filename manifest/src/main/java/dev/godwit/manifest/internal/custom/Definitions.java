package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.StreamDefinition;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Streams as plain values in which each component of a class says where it stands.
final class Definitions {
  private Definitions() {}

  static StreamDefinition of(Origin stream) {
    return new StreamDefinition(
        stream.path(), stream.parameters(), fields(stream.node(), stream.path()));
  }

  /// The components of a stream that classes implement, those of its parents included.
  static List<ComponentSite> sites(Origin stream) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    collect(stream.node(), stream.path(), found);
    if (found.isEmpty()) {
      return List.of();
    }
    StreamDefinition definition = of(stream);
    List<ComponentSite> sites = new ArrayList<>();
    found.forEach((path, node) ->
        sites.add(
            new ComponentSite(
                text(node, "type"),
                text(node, "class_name"),
                path,
                node.mark().place(path),
                node.plain(),
                definition)));
    return sites;
  }

  private static void collect(Node node, String path, Map<String, ObjectNode> found) {
    switch (node) {
      case ObjectNode object -> {
        if (!text(object, "class_name").isEmpty()) {
          found.put(path, object);
        }
        object.fields().forEach((name, value) -> collect(value, child(path, name), found));
      }
      case ListNode list -> {
        for (int i = 0; i < list.elements().size(); i++) {
          collect(list.elements().get(i), path + "[" + i + "]", found);
        }
      }
      case ScalarNode _ -> {}
    }
  }

  private static String text(ObjectNode node, String field) {
    return node.field(field) instanceof ScalarNode(_, String text) ? text : "";
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static Map<String, @Nullable Object> fields(ObjectNode node, String path) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    node.fields().forEach((name, value) -> fields.put(name, value(value, child(path, name))));
    if (fields.containsKey("class_name")) {
      fields.put(StreamDefinition.PATH, path);
    }
    return fields;
  }

  private static @Nullable Object value(Node node, String path) {
    return switch (node) {
      case ObjectNode object -> fields(object, path);
      case ListNode list -> {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Node element : list.elements()) {
          elements.add(value(element, path + "[" + elements.size() + "]"));
        }
        yield elements;
      }
      case ScalarNode scalar -> scalar.plain();
    };
  }
}
