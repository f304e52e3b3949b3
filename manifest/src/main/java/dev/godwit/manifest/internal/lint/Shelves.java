package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.lint.LintCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The places where a manifest keeps what it refers to, searched for what it does not.
///
/// @param used every node that something leads to, by identity
/// @param streams the names of the streams that exist
record Shelves(Set<Node> used, Set<String> streams, Findings findings) {
  /// Looks at definitions, also at groups of them.
  void look(ObjectNode definitions, String path) {
    for (Map.Entry<String, Node> entry : definitions.fields().entrySet()) {
      Node value = entry.getValue();
      String place = path + "." + entry.getKey();
      if (value instanceof ObjectNode group && isGroup(group) && !used.contains(group)) {
        look(group, place);
      } else if (!isUsed(value)) {
        tell(definitions, entry.getKey(), value, place);
      }
    }
  }

  void lookAtSchemas(ObjectNode root, ObjectNode schemas) {
    if (isUsed(schemas)) {
      look(schemas, "schemas");
    } else if (!schemas.fields().isEmpty()) {
      tell(root, "schemas", schemas, "schemas");
    }
  }

  private boolean isUsed(Node node) {
    return used.contains(node)
        || switch (node) {
          case ObjectNode object -> object.fields().values().stream().anyMatch(this::isUsed);
          case ListNode list -> list.elements().stream().anyMatch(this::isUsed);
          case ScalarNode _ -> false;
        };
  }

  /// Whether an object is no definition itself but holds some: components, or values of which some
  /// are used.
  private boolean isGroup(ObjectNode object) {
    boolean holdsObjects =
        object.field("type") == null
            && object.field("$ref") == null
            && !object.fields().isEmpty()
            && object.fields().values().stream().allMatch(ObjectNode.class::isInstance);
    return holdsObjects
        && (isUsed(object)
            || object.fields().values().stream().allMatch(value -> typeOf(value) != null));
  }

  private static @Nullable String typeOf(Node node) {
    return node instanceof ObjectNode object ? text(object.field("type")) : null;
  }

  private static @Nullable String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null;
  }

  private void tell(ObjectNode parent, String name, Node value, String place) {
    Mark mark = findings.source().markOf(parent, name);
    boolean isStream = "DeclarativeStream".equals(typeOf(value));
    String stream = isStream ? streamName((ObjectNode) value) : null;
    if (!isStream) {
      findings.add(LintCode.UNUSED_DEFINITION, mark, place, "nothing refers to " + place);
    } else if (stream == null || streams.contains(stream)) {
      String message = "nothing refers to " + place + "; the stream is listed without it";
      findings.add(LintCode.UNUSED_DEFINITION, mark, place, message);
    } else {
      findings.add(
          LintCode.UNUSED_STREAM,
          mark,
          place,
          "the stream '" + stream + "' is defined, but neither listed nor read as a parent",
          "List it under streams, or remove it.",
          null);
    }
  }

  private static @Nullable String streamName(ObjectNode stream) {
    String name = text(stream.field("name"));
    return name == null && stream.field("$parameters") instanceof ObjectNode parameters
        ? text(parameters.field("name"))
        : name;
  }
}
