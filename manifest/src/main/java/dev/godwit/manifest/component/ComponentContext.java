package dev.godwit.manifest.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a component in Java is made of.
public interface ComponentContext {
  /// Where the component stands, and what it is called.
  ComponentSite site();

  /// The component's own fields, as the manifest has them.
  Map<String, @Nullable Object> fields();

  /// The text that a field's template makes of the configuration as it is now.
  ///
  /// @param otherwise where the manifest has no such field
  String text(String field, String otherwise);

  /// The configuration, clock and connections of the source.
  HostWorld world();
}
