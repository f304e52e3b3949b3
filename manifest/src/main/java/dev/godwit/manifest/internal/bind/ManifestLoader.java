package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.document.Problems;
import dev.godwit.manifest.internal.document.Propagation;
import dev.godwit.manifest.internal.document.References;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// All steps from a manifest's text to its components. Every error is a {@link GodwitException} of
/// kind CONFIG that says where in the file it is.
public final class ManifestLoader {
  private ManifestLoader() {}

  /// Loads a YAML or JSON file.
  public static Bound<DeclarativeSource> load(Path file) {
    return bind(YamlReader.read(file));
  }

  /// Loads a YAML or JSON text.
  ///
  /// @param file the name that errors give for the text
  public static Bound<DeclarativeSource> load(String file, String text) {
    return bind(YamlReader.read(file, text));
  }

  /// Loads a document that is already a tree.
  public static Bound<DeclarativeSource> bind(Node document) {
    return ManifestBinder.bind(prepare(document), DeclarativeSource.class, "");
  }

  /// The document with references resolved, types filled in and parameters propagated.
  public static ObjectNode prepare(Node document) {
    return prepare(document, Problems.REFUSE);
  }

  /// As above. Goes on after problems if `problems` does not throw.
  ///
  /// @throws GodwitException CONFIG when the document is no object, too large or too deep
  public static ObjectNode prepare(Node document, Problems problems) {
    if (!(document instanceof ObjectNode root)) {
      throw GodwitException.config("manifest.wrong-type", "a manifest is an object at its root")
          .at(document.mark().place(""));
    }
    Node resolved = References.resolve(typed(root), problems);
    if (!(resolved instanceof ObjectNode whole)) {
      throw GodwitException.config("manifest.wrong-type", "a manifest is an object at its root")
          .at(resolved.mark().place(""));
    }
    return Propagation.propagate(whole, ManifestBinder.defaultTypes(), false, problems);
  }

  private static ObjectNode typed(ObjectNode root) {
    if (root.field("type") != null) {
      return root;
    }
    Map<String, Node> fields = new LinkedHashMap<>(root.fields());
    fields.put("type", new ScalarNode(root.mark(), "DeclarativeSource"));
    return new ObjectNode(root.mark(), Collections.unmodifiableMap(fields));
  }
}
