package dev.godwit.manifest.component;

import org.jspecify.annotations.Nullable;

/// Makes components in Java in the place of the Python classes that manifests name. Factories are
/// found by [java.util.ServiceLoader]; what one makes goes before Python, and needs no permission.
///
/// ```java
/// public final class BirdPorts implements ComponentFactory {
///   @Override
///   public @Nullable JavaComponent create(ComponentContext context) {
///     return context.site().className().equals("source_birds.components.Ringed")
///         ? (RecordTransformation) (row, slice) -> row.put("ringed", true)
///         : null;
///   }
/// }
/// ```
public interface ComponentFactory {
  /// A component for a place in a manifest. Called once a place, while the stream is compiled.
  ///
  /// @return null where this factory knows no such class
  @Nullable JavaComponent create(ComponentContext context);
}
