package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.config.SchemaCheck;
import dev.godwit.manifest.internal.config.SchemaCheck.Misfit;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.SchemaLoaderSpec.InlineSchemaLoader;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.lint.LintCode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// Schemas of rows and configurations that are no JSON Schema.
final class Schemas implements Rule.OfManifest {
  @Override
  public void check(LintedManifest manifest, Findings findings) {
    SchemaCheck check = new SchemaCheck();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Component component : manifest.components()) {
      String field =
          switch (component) {
            case InlineSchemaLoader _ -> "schema";
            case Spec _ -> "connection_specification";
            default -> "";
          };
      Node schema = component.origin().node().field(field);
      if (schema instanceof ObjectNode object && seen.add(schema)) {
        check(object, component.origin(), field, check, findings);
      }
    }
  }

  private static void check(
      ObjectNode schema, Origin origin, String field, SchemaCheck check, Findings findings) {
    String path = String.valueOf(origin.place(field).path());
    for (Misfit misfit : check.misfits(schema.plain())) {
      Node place = at(schema, misfit.pointer());
      String inside = misfit.pointer().replace('/', '.');
      String message = "not a JSON Schema: " + misfit.message();
      findings.add(LintCode.BAD_SCHEMA, place.mark(), path + inside, message);
    }
  }

  /// The node at a JSON pointer, or the last one on the way to it.
  static Node at(Node root, String pointer) {
    Node node = root;
    for (String step : pointer.split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      Node next = null;
      if (node instanceof ObjectNode object) {
        next = object.field(name);
      } else if (node instanceof ListNode list && step.matches("\\d{1,9}")) {
        int index = Integer.parseInt(step);
        next = index < list.elements().size() ? list.elements().get(index) : null;
      }
      node = next == null ? node : next;
    }
    return node;
  }
}
