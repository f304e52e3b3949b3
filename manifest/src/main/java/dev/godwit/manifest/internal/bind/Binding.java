package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What comes up while one tree is bound: problems, fields that no record has, and parameters
/// already turned into plain values.
final class Binding {
  private final BindingListener listener;
  private final List<UnknownField> unknownFields = new ArrayList<>();
  private final IdentityHashMap<Node, Object> shared = new IdentityHashMap<>();

  Binding(BindingListener listener) {
    this.listener = listener;
  }

  /// What a codec makes of a node, or a hole where it cannot.
  @Nullable Object attempt(Codec codec, Node node, String path) {
    try {
      return codec.decode(node, path, this);
    } catch (GodwitException misfit) {
      return hole(misfit);
    }
  }

  Object hole(GodwitException problem) {
    listener.add(problem);
    return Hole.HOLE;
  }

  /// Whether anybody wants to know of fields and components.
  boolean isHeard() {
    return !listener.equals(BindingListener.REFUSE);
  }

  BindingListener listener() {
    return listener;
  }

  void unknown(UnknownField field) {
    unknownFields.add(field);
  }

  List<UnknownField> unknownFields() {
    return List.copyOf(unknownFields);
  }

  /// The `$parameters` of a component. Values that many components inherit are made once.
  Map<String, @Nullable Object> parameters(ObjectNode component) {
    if (!(component.field("$parameters") instanceof ObjectNode parameters)) {
      return Map.of();
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    parameters.fields().forEach((name, value) -> values.put(name, plain(value)));
    return Collections.unmodifiableMap(values);
  }

  private @Nullable Object plain(Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.plain();
    }
    Object known = shared.get(value);
    if (known == null) {
      known = value.plain();
      if (known != null) {
        shared.put(value, known);
      }
    }
    return known;
  }
}
