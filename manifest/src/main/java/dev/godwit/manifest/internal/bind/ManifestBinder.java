package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.DefaultTypes;
import dev.godwit.manifest.internal.document.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Makes components of nodes. Stateless apart from what it has learnt about the records; safe for
/// use by several threads.
public final class ManifestBinder {
  private static final Codecs CODECS = new Codecs();

  private ManifestBinder() {}

  /// Makes the component that a node describes. Scalars are coerced as the reference engine's
  /// models do: a number or a boolean may stand for a text, digits for a number.
  ///
  /// @param node references resolved, types and parameters propagated
  /// @param type a record of the spec, or a sealed family of it
  /// @param path where the node stands; empty at the root
  /// @throws GodwitException CONFIG, with line, column and path, when something is missing, unknown
  ///   or of the wrong type
  public static <T> Bound<T> bind(Node node, Class<T> type, String path) {
    Binding binding = new Binding(BindingListener.REFUSE);
    Object value = CODECS.ofClass(type).decode(node, path, binding);
    return new Bound<>(type.cast(Objects.requireNonNull(value)), binding.unknownFields());
  }

  /// Tries to make a component and tells the listener all that comes up.
  ///
  /// @return fields that no record has, in the order of the document
  public static List<UnknownField> inspect(
      Node node, Class<?> type, String path, BindingListener listener) {
    Binding binding = new Binding(listener);
    binding.attempt(CODECS.ofClass(type), node, path);
    return binding.unknownFields();
  }

  /// The types of all components that have a field, in alphabetical order.
  public static List<String> typesWith(String field) {
    return FieldOwners.TYPES.getOrDefault(field, List.of());
  }

  /// What components without `type` are, for {@link
  /// dev.godwit.manifest.internal.document.Propagation}.
  public static DefaultTypes defaultTypes() {
    return SpecDefaults.TYPES;
  }

  /// Every record that a manifest can hold, the root first.
  public static Set<Class<?>> components() {
    return SpecRecords.all();
  }
}
