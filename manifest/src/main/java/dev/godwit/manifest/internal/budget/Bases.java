package dev.godwit.manifest.internal.budget;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the addresses that the streams of a manifest ask, by which an API is known.
final class Bases {
  private static final List<String> FIELDS = List.of("url_base", "url");

  private final Scope scope;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> found = new TreeSet<>();

  private Bases(Scope scope) {
    this.scope = scope;
  }

  /// Scheme, host and port of all addresses in a manifest.
  ///
  /// @param scope holds the configuration
  static Set<String> of(ObjectNode manifest, Scope scope) {
    Bases bases = new Bases(scope);
    bases.search(manifest.field("streams"));
    bases.search(manifest.field("dynamic_streams"));
    return bases.found;
  }

  private void search(@Nullable Node node) {
    if (node == null || !seen.add(node)) {
      return;
    }
    switch (node) {
      case ObjectNode object ->
          object
              .fields()
              .forEach((name, value) -> {
                if (FIELDS.contains(name) && value.plain() instanceof String template) {
                  found.add(base(template));
                } else {
                  search(value);
                }
              });
      case ListNode list -> list.elements().forEach(this::search);
      case ScalarNode _ -> {}
    }
  }

  /// A template that needs more than the configuration stays as it is.
  private String base(String template) {
    try {
      String address = Repr.str(InterpolatedString.of(template, Map.of()).eval(scope));
      int host = address.indexOf("://");
      int path = host < 0 ? -1 : address.indexOf('/', host + 3);
      return path < 0 ? address : address.substring(0, path);
    } catch (GodwitException notYetKnown) {
      return template;
    }
  }
}
