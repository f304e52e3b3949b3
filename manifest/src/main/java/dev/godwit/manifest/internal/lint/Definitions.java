package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.document.References;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Definitions that nothing leads to.
final class Definitions implements Rule.OfManifest {
  private static final List<String> SHELVES = List.of("definitions", "schemas");

  @Override
  public void check(LintedManifest manifest, Findings findings) {
    ObjectNode root = manifest.written();
    Set<Node> used = Collections.newSetFromMap(new IdentityHashMap<>());
    root.fields()
        .forEach((name, value) -> {
          if (!SHELVES.contains(name)) {
            use(value, root, used);
          }
        });
    Shelves shelves = new Shelves(used, streamNames(manifest), findings);
    if (root.field("definitions") instanceof ObjectNode definitions) {
      shelves.look(definitions, "definitions");
    }
    if (root.field("schemas") instanceof ObjectNode schemas) {
      shelves.lookAtSchemas(root, schemas);
    }
  }

  /// The names of all streams that are listed or read as parents, broken ones too.
  private static Set<String> streamNames(LintedManifest manifest) {
    return manifest.fields().stream()
        .filter(field -> field.is("DeclarativeStream", "name"))
        .map(field -> String.valueOf(field.value()))
        .collect(Collectors.toSet());
  }

  /// Marks a value, what is inside it and what its references point at.
  private static void use(Node node, ObjectNode root, Set<Node> used) {
    if (!used.add(node)) {
      return;
    }
    switch (node) {
      case ObjectNode object -> object.fields().values().forEach(value -> use(value, root, used));
      case ListNode list -> list.elements().forEach(value -> use(value, root, used));
      case ScalarNode scalar -> {
        if (scalar.value() instanceof String text && text.startsWith("#/")) {
          Node target = References.target(text, root);
          if (target != null) {
            use(target, root, used);
          }
        }
      }
    }
  }
}
