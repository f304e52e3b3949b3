package dev.godwit.manifest.internal.resolver;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.bind.ManifestBinder;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.document.Propagation;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.DynamicDeclarativeStream;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream as written, with gaps that mappings fill.
final class StreamTemplate {
  private static final String FIELD = "stream_template";

  private final Origin origin;
  private final ObjectNode written;
  private final boolean outerWins;

  StreamTemplate(DynamicDeclarativeStream spec) {
    origin = spec.origin();
    written = spec.streamTemplate().origin().node();
    outerWins = spec.useParentParameters();
  }

  /// The template as mappings see it.
  Map<String, @Nullable Object> plain() {
    return written.plain();
  }

  /// A copy that mappings may change.
  Map<String, @Nullable Object> copy() {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    written.plain().forEach((name, value) -> copy.put(name, JsonValues.of(value)));
    return copy;
  }

  /// The stream that a filled copy describes. Types and `$parameters` reach what the mappings put
  /// in.
  ///
  /// @throws GodwitException CONFIG when it describes none; SYSTEM `dynamic.no-name` when its name
  ///   is no text
  StreamTemplateSpec stream(Map<String, @Nullable Object> filled) {
    if (!(Node.of(written.mark(), filled) instanceof ObjectNode tree)) {
      throw new IllegalArgumentException("an object makes an object node");
    }
    ObjectNode propagated = Propagation.propagate(tree, ManifestBinder.defaultTypes(), outerWins);
    Node name = propagated.field("name");
    if (!(name instanceof ScalarNode scalar && scalar.value() instanceof String)) {
      throw GodwitException.system(
              "dynamic.no-name",
              "A dynamic stream is named "
                  + Repr.repr(name == null ? null : name.plain())
                  + ", which is no text.")
          .at(origin.place(FIELD))
          .hint("Give the mapping of the name the value_type string.");
    }
    String path = origin.path() + "." + FIELD;
    return ManifestBinder.bind(typed(propagated), StreamTemplateSpec.class, path).value();
  }

  private static ObjectNode typed(ObjectNode stream) {
    if (stream.field("type") != null) {
      return stream;
    }
    Map<String, Node> fields = new LinkedHashMap<>(stream.fields());
    fields.put("type", new ScalarNode(stream.mark(), "DeclarativeStream"));
    return new ObjectNode(stream.mark(), Collections.unmodifiableMap(fields));
  }
}
